import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ParameterName } from '../../src/installed/parameter.ts';
import { presets } from '../../src/installed/presets.ts';
import { parseWorld } from '../../src/installed/world-file.ts';
import { worldModel } from '../../src/installed/world-model.ts';
import { parseQuantity } from '../../src/units/parse.ts';

const path = 'data/installed/world.yaml';
const text = readFileSync(path, 'utf8');
const parameters = parseWorld({ path, text });
const model = worldModel(parameters);

const withValue = (name: ParameterName, value: string) => {
  const quantity = parseQuantity(value);
  const parameter = parameters.get(name)!;
  const changed = { ...parameter, value: { sceptic: quantity, neutral: quantity, believer: quantity } };
  return worldModel(new Map([...parameters, [name, changed]]));
};

describe('the parameters as distributions', () => {
  test('have their intervals as the middle 90 %, durations in days', () => {
    const lag = withValue('lagShell', '3 to 12 months').lags.shell;
    const month = 365.25 / 12;
    expect(lag.quantile(0.05) / month).toBeCloseTo(3, 1);
    expect(lag.quantile(0.95) / month).toBeCloseTo(12, 0);
  });

  test('keep shares inside their range', () => {
    for (const preset of presets) {
      for (const share of [model.realisation[preset], model.namedShare[preset], model.poolShare[preset]]) {
        expect(share.quantile(1e-9)).toBeGreaterThanOrEqual(0);
        expect(share.quantile(1 - 1e-9)).toBeLessThanOrEqual(1);
        expect(share.cdf(1)).toBeCloseTo(1, 9);
      }
    }
  });

  test('take a single value as nearly certain, and 0 and 1 as nearly so', () => {
    const share = withValue('fullShare', '30%').fullShare;
    expect(share.mean).toBeCloseTo(0.3, 12);
    expect(Math.sqrt(share.variance)).toBeLessThan(0.011);
    expect(withValue('fullShare', '100%').fullShare.mean).toBeLessThan(1);
    expect(withValue('fullShare', '0%').fullShare.mean).toBeGreaterThan(0);
  });

  test('take what no draw varies as one number, durations in days', () => {
    expect(model.firstBlock).toBe(30);
    expect(withValue('firstBlock', '2 months').firstBlock).toBeCloseTo((2 * 365.25) / 12, 9);
    expect(model.contextRealisation).toBeCloseTo(0.5, 12);
    expect(withValue('contextRealisation', '80%').contextRealisation).toBeCloseTo(0.8, 12);
  });

  test('share the unlit among paper, works and shells', () => {
    expect(model.unlit.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(Math.min(...model.unlit)).toBeGreaterThan(0);
  });

  test('have five equally probable paces around their median', () => {
    const { values, weights } = model.pace;
    expect([...weights].every((weight) => weight === 0.2)).toBe(true);
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
    const { value } = parameters.get('pace')!;
    expect(value.neutral).toBe(value.sceptic);
  });

  test('order the presets: a believer expects more of everything than a sceptic', () => {
    for (const shares of [model.realisation, model.namedShare, model.poolShare]) {
      const medians = presets.map((preset) => shares[preset].quantile(0.5));
      expect(medians[0]).toBeLessThan(medians[1]!);
      expect(medians[1]).toBeLessThan(medians[2]!);
    }
  });
});

describe('the file of parameters', () => {
  test('gives each its place', () => {
    const [file, line] = parameters.get('namedShare')!.place.split(':');
    expect(file).toBe(path);
    // The first line below its name.
    expect(text.split('\n')[Number(line) - 2]).toBe('namedShare:');
  });

  test('must hold each once, in its dimension, as one value or one for each preset', () => {
    const broken = (from: string | RegExp, to: string) => () =>
      parseWorld({ path, text: text.replace(from, to) });
    expect(broken(/^fullShare:/m, 'fullshare:')).toThrow(/fullshare/);
    expect(broken(/^( {2}value: )15% to 60%/m, '$13 MW')).toThrow();
    expect(
      broken(/^( {2}value: )15% to 60%/m, '  presets: { sceptic: 1%, neutral: 2% }\n$115% to 60%'),
    ).toThrow();
  });
});
