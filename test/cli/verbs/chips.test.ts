import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const type = (line: string) => sandtable(line, { cwd: folder() });

it('lists chips by maker, name, market and year', async () => {
  expect((await type('chips huawei --plain')).stdout).toMatch(/14 of 125 chips/);
  expect((await type('chips nvidia made-for-china --plain')).stdout).toMatch(/h20/);
  expect(JSON.parse((await type('chips gaudi')).stdout).map(({ id }: { id: string }) => id)).toContain(
    'gaudi-3',
  );
});

it('keeps what is not published empty in CSV', async () => {
  const { stdout } = await type('chips mlu690 -f csv');
  const [heads, row] = stdout
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(row![heads!.indexOf('tpp')]).toBe('');
  expect(row![heads!.indexOf('die_mm2')]).toBe('');
});

it('shows one chip with basis and source of every figure, systems and prices', async () => {
  const { stdout } = await type('chip h20 --plain');
  expect(stdout).toMatch(/tomshardware-h20-l20-l2/);
  expect(stdout).toMatch(/HGX H20/);
  expect(stdout).toMatch(/140,000 to 170,000 USD/);
});

it('suggests what was meant', async () => {
  const { stderr, code } = await type('chip h2o');
  expect(code).toBe(2);
  expect(stderr).toMatch(/Did you mean h20/);
  expect((await type('chips zzz')).stderr).toMatch(/ST-C001/);
});
