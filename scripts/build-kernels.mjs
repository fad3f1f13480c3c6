// Compiles the kernels in scripts/kernels with AssemblyScript into the modules of src/ that hold them; `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each kernel by name: its source and the module made of it. */
export const kernels = [
  { name: 'columns', source: 'scripts/kernels/columns.as.ts', target: 'src/stats/columns.wasm.ts' },
  { name: 'orders', source: 'scripts/kernels/orders.as.ts', target: 'src/stats/orders.wasm.ts' },
  { name: 'weights', source: 'scripts/kernels/weights.as.ts', target: 'src/stats/weights.wasm.ts' },
  { name: 'sampling', source: 'scripts/kernels/sampling.as.ts', target: 'src/stats/sampling.wasm.ts' },
  { name: 'cells', source: 'scripts/kernels/cells.as.ts', target: 'src/installed/cells.wasm.ts' },
  { name: 'sites', source: 'scripts/kernels/sites.as.ts', target: 'src/installed/sites.wasm.ts' },
  { name: 'sha256', source: 'scripts/kernels/sha256.as.ts', target: 'src/dossier/sha256.wasm.ts' },
  { name: 'entries', source: 'scripts/kernels/entries.as.ts', target: 'src/installed/entries.wasm.ts' },
  {
    name: 'columnHash',
    source: 'scripts/kernels/column-hash.as.ts',
    target: 'src/assessment/column-hash.wasm.ts',
  },
  { name: 'removal', source: 'scripts/kernels/removal.as.ts', target: 'src/assessment/removal.wasm.ts' },
];

/** A kernel's module in WebAssembly, from its source; it may take in what lies in scripts/kernels, such as `fdlibm.as`. */
export async function compiled(text) {
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
        if (file === 'kernel.as.ts') return text;
        const path = `scripts/kernels/${file}`;
        return existsSync(`${root}${path}`) ? read(path) : null;
      },
      writeFile: (file, contents) => {
        if (file === 'kernel.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return binary;
}

/** Text of the module that holds a compiled kernel. */
export async function kernelModule({ name, source }) {
  const lines = Buffer.from(await compiled(read(source)))
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

function read(path) {
  return readFileSync(`${root}${path}`, 'utf8');
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
