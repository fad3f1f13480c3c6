// Compiles scripts/kernel/kernel.as.ts with AssemblyScript into src/stats/kernel.wasm.ts; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}src/stats/kernel.wasm.ts`;

/** Text of the module that holds the compiled kernel. */
export async function kernelModule() {
  let binary;
  const { error, stderr } = await asc.main(
    [
      'kernel.as.ts',
      ...['--outFile', 'kernel.wasm'],
      ...['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--converge'],
      ...['--enable', 'simd', '--disable', 'mutable-globals'],
    ],
    {
      readFile: (name) =>
        name === 'kernel.as.ts' ? readFileSync(`${root}scripts/kernel/${name}`, 'utf8') : null,
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,110}/g);
  return [
    '// Made by scripts/build-kernel.mjs from scripts/kernel/kernel.as.ts; do not edit.',
    'export const kernelWasm = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await kernelModule();
  if (process.argv.includes('--check')) process.exit(readFileSync(target, 'utf8') === text ? 0 : 1);
  writeFileSync(target, text);
  process.stdout.write(`kernel: ${Math.round((text.length * 3) / 4)} bytes\n`);
}
