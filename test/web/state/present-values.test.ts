import { expect, it } from 'vitest';
import type { Trace } from '../../../src/assessment/trace.ts';
import { explain } from '../../../src/assessment/why.ts';
import { parameterTrace } from '../../../src/assessment/why-inputs.ts';
import { parameterNames } from '../../../src/installed/parameter.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { presentValue, settableIn } from '../../../src/web/state/present-values.ts';
import { runOf, yards } from '../../assessment/hubs.ts';

const { plan, posterior, assessment } = runOf(yards);
const known = settableIn(explain(plan, posterior, { assessment, id: 'accelerators' }));
const { en, 'zh-CN': zh } = languages;

it('finds every parameter of the model, the pool, and what sites are claimed to have', () => {
  const paths = [...known.keys()];
  expect(paths).toEqual(expect.arrayContaining(parameterNames.map((name) => `world.${name}`)));
  expect(paths).toContain('pool');
  const sites = plan.dossier.sites
    .filter(({ claims, role }) => role === 'hub' && claims[0]?.says.accelerators)
    .map(({ id }) => id);
  expect(sites.length).toBeGreaterThan(0);
  expect(paths).toEqual(expect.arrayContaining(sites.map((id) => `sites.${id}.accelerators`)));
});

it('says median, middle 90 % and unit of a spread, in either language', () => {
  // As the data has them, whatever the dossier assumes.
  const world = { ...plan, parameters: plan.world.parameters };
  const at = (path: string) => {
    const name = parameterNames.find((one) => path === `world.${one}`);
    return name ? parameterTrace(world, name) : known.get(path)!;
  };
  expect(presentValue(at('world.lagShell'), en)).toBe('6 months (3 – 12)');
  expect(presentValue(at('world.lagShell'), zh)).toBe('6个月 (3 – 12)');
  expect(presentValue(at('world.fullShare'), en)).toMatch(/^\d+% \(\d+ – \d+\)$/);
  // As the model takes it: logit-normal, whose median is that of the odds, and not 30 %.
  expect(presentValue(at('world.fullShare'), en)).toBe('34% (15 – 60)');
  // A share that is written as a distribution without a unit: its middle 90 % all the same, in percent.
  expect(presentValue(at('world.partialFill'), en)).toMatch(/^\d+% \([\d.]+ – \d+\)$/);
  expect(presentValue(at('world.pace'), en)).toMatch(/^1 \(0\.\d+ – 1\.7\)$/);
  expect(presentValue(at('world.early'), zh)).toBe('12个月');
  expect(presentValue(at('pool'), en)).toMatch(/\d.*\(.*\d – .*\d\)/);
});

it('keeps the first of several that one path sets, and says what is not known', () => {
  const leaf = (value: Trace['value']): Trace => ({ label: 'a', value, set: 'a', children: [] });
  const found = settableIn({ label: 'all', value: null, children: [leaf(1), leaf(2)] });
  expect([...found.values()].map(({ value }) => value)).toEqual([1]);
  expect(presentValue(leaf(null), en)).toBe(en.notKnown);
});
