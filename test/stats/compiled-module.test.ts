import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiled, kernelModule, kernels } from '../../scripts/build-kernels.mjs';
import { exp } from '../../src/elementary/exponential.ts';
import { log } from '../../src/elementary/logarithm.ts';
import { sitesWasm } from '../../src/installed/sites.wasm.ts';
import { compiledModule } from '../../src/stats/compiled-module.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

test('compiles a module once', () => {
  const module = compiledModule(sitesWasm);
  expect(module).toBeInstanceOf(WebAssembly.Module);
  expect(compiledModule(sitesWasm)).toBe(module);
});

test('exp and log of the kernels are those outside them, to the bit', async () => {
  const wasm = await compiled(
    `import { exp, log } from './fdlibm.as';
    export function e(x: f64): f64 { return exp(x); }
    export function l(x: f64): f64 { return log(x); }`,
  );
  const module = new WebAssembly.Module(wasm);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { e, l } = new WebAssembly.Instance(module, { env: { memory } }).exports as Record<
    string,
    (x: number) => number
  >;
  const odd = [
    0,
    -0,
    1,
    -1,
    Infinity,
    -Infinity,
    NaN,
    5e-324,
    2.3e-308,
    709.78,
    709.79,
    -745.2,
    -745.1,
    -709,
  ];
  const u = new Float64Array(30_000);
  uniforms(stream(1, 'fdlibm'), 0, u);
  const bits = Float64Array.from(u, (each) => 2 ** ((each - 0.5) * 2000));
  const near = u.map((each) => 1 + (each - 0.5) * 1e-5);
  const wide = u.map((each) => (each - 0.5) * 1500);
  const all = [...odd, ...u, ...bits, ...near, ...wide];
  expect(all.filter((x) => !Object.is(e!(x), exp(x)))).toEqual([]);
  expect(all.filter((x) => !Object.is(l!(x), log(x)))).toEqual([]);
}, 60_000);

test.each(kernels)(
  'the committed kernel of $name is what its source compiles to',
  async (kernel) => {
    const root = new URL('../../', import.meta.url);
    expect(readFileSync(new URL(kernel.target, root), 'utf8')).toBe(await kernelModule(kernel));
  },
  60_000,
);
