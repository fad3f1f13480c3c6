// Compiles the kernels in scripts/kernels with AssemblyScript into the modules of src/ that hold them; `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each kernel by name: its source and the module made of it. */
export const kernels = [
  { name: 'columns', source: 'scripts/kernels/columns.as.ts', target: 'src/stats/columns.wasm.ts' },
  { name: 'cells', source: 'scripts/kernels/cells.as.ts', target: 'src/installed/cells.wasm.ts' },
  { name: 'sites', source: 'scripts/kernels/sites.as.ts', target: 'src/installed/sites.wasm.ts' },
];

/** Text of the module that holds a compiled kernel; its source may import others that lie beside it. */
export async function kernelModule({ name, source }) {
  const beside = join(root, dirname(source));
  let binary;
  const { error, stderr } = await asc.main(
    [
      'kernel.as.ts',
      ...['--outFile', 'kernel.wasm'],
      ...['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--converge'],
      ...['--enable', 'simd', '--disable', 'mutable-globals'],
    ],
    {
      readFile: (file) => {
        const path = file === 'kernel.as.ts' ? `${root}${source}` : join(beside, file);
        return existsSync(path) ? readFileSync(path, 'utf8') : null;
      },
      writeFile: (file, contents) => {
        if (file === 'kernel.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,110}/g);
  return [
    `// Made by scripts/build-kernels.mjs from ${source}; do not edit.`,
    `export const ${name}Wasm = [`,
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kernel of kernels) {
    const text = await kernelModule(kernel);
    const target = `${root}${kernel.target}`;
    if (!process.argv.includes('--check')) writeFileSync(target, text);
    else if (readFileSync(target, 'utf8') !== text) process.exitCode = 1;
    process.stdout.write(`${kernel.name}: ${Math.round((text.length * 3) / 4)} bytes\n`);
  }
}
