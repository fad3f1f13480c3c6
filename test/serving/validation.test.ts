import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerError, keptAnswers } from '../../validation/serving/answers.ts';
import { groupOf, partsOf } from '../../validation/serving/cross-validate.ts';
import { constantsAt, leftToGain } from '../../validation/serving/fit-constants.ts';
import { keptFits, outOfSample, shippedYaml } from '../../validation/serving/fits.ts';
import { heldOutCsv, heldOutFile, unseenBy } from '../../validation/serving/held-out.ts';
import { load, scorable } from '../../validation/serving/load.ts';
import { validationPage } from '../../validation/serving/page.ts';

const loaded = load();
const rows = scorable(loaded);
const fits = keptFits(rows);
const answers = keptAnswers();
const parts = partsOf(rows);

describe('the constants that are shipped', () => {
  it('are what the fit to all rows wrote, their intervals as wide as fits to parts of them were off', () => {
    expect(shippedYaml(rows, loaded, { fits, answers })).toBe(
      readFileSync('data/serving/constants.yaml', 'utf8'),
    );
  });

  it('are those of a search that has ended', () => {
    expect(Math.abs(leftToGain(rows, loaded, { steps: fits.all }))).toBeLessThan(3e-4);
    const moved = fits.all.map((one, i) => one + (i === 0 ? 0.1 : 0));
    expect(leftToGain(rows, loaded, { steps: moved })).toBeGreaterThan(6e-4);
  }, 60_000);

  it('stand on the page of scores as this code writes it', () => {
    const page = validationPage({ scored: outOfSample(rows, loaded, fits), answers, fits }, loaded);
    expect(readFileSync('docs/reference/serving-validation.md', 'utf8')).toBe(page);
  });
});

describe('what `serve` answers of published rates', () => {
  it('is what was kept of it, by the fits that have not seen them', () => {
    const some = answers.filter(({ class: name }, i) => /offline/.test(name) && i % 12 === 0);
    expect(some.length).toBeGreaterThan(15);
    for (const { id, fold, error } of some) {
      const row = rows.find((one) => one.id === id)!;
      const constants = constantsAt(fits.folds[fold]!.steps);
      expect(answerError(row, loaded, { constants }), id).toBeCloseTo(error, 3);
    }
  });

  it('is no lower than what was published by more than a sixth on the average, nor above it by more than a fifth', () => {
    for (const kind of ['dense', 'experts']) {
      const errors = answers.filter((one) => one.class === `${kind}-offline`).map(({ error }) => error);
      const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length;
      expect(mean, kind).toBeGreaterThan(-0.15);
      expect(mean, kind).toBeLessThan(0.2);
    }
  });
});

describe('what is said of rows unseen', () => {
  it('is what the fits without them say, in the table that answers print from', () => {
    expect(heldOutCsv(outOfSample(rows, loaded, fits))).toBe(readFileSync(heldOutFile, 'utf8'));
  });

  it('rests for a worked example on a fit without its source, model and chip', () => {
    const about = { source: 'CloudMatrix384 (Ascend 910C)', model: 'deepseek-v3', chip: 'ascend-910c' };
    const without = parts.findIndex(({ unseen }) => unseen.some(({ source }) => source === about.source));
    expect(unseenBy(rows, fits)(about)).toEqual(constantsAt(fits.folds[without]!.steps));
    expect(unseenBy(rows, fits)({ ...about, source: 'nobody' })).toBeUndefined();
  });
});

describe('the fits that are scored', () => {
  it('have seen no row of the source, model and chip that they are scored by', () => {
    for (const { seen, unseen } of parts) {
      const known = new Set(seen.map(groupOf));
      expect(unseen.filter((row) => known.has(groupOf(row)))).toEqual([]);
    }
    const ids = parts.flatMap(({ unseen }) => unseen.map(({ id }) => id));
    expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('are refused where rows have changed since', () => {
    expect(() => keptFits(rows.slice(1))).toThrow('npm run fit:serving');
  });
});
