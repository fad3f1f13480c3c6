import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule, kernels } from '../../scripts/build-kernels.mjs';
import { sitesWasm } from '../../src/installed/sites.wasm.ts';
import { compiledModule } from '../../src/stats/compiled-module.ts';

test('compiles a module once', () => {
  const module = compiledModule(sitesWasm);
  expect(module).toBeInstanceOf(WebAssembly.Module);
  expect(compiledModule(sitesWasm)).toBe(module);
});

test.each(kernels)(
  'the committed kernel of $name is what its source compiles to',
  async (kernel) => {
    const root = new URL('../../', import.meta.url);
    expect(readFileSync(new URL(kernel.target, root), 'utf8')).toBe(await kernelModule(kernel));
  },
  60_000,
);
