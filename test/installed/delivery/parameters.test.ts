import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../../src/installed/delivery/attributes.ts';
import { featuresOf, summaryOf } from '../../../src/installed/delivery/coefficients.ts';
import { parseDelivery, parseJudgement } from '../../../src/installed/delivery/delivery-file.ts';
import { outlookOf } from '../../../src/installed/delivery/likelihood.ts';
import { deliveryParameters } from '../../../src/installed/delivery/parameters.ts';
import { parseWorld } from '../../../src/installed/world-file.ts';
import { worldModel } from '../../../src/installed/world-model.ts';
import { plain } from './cases.ts';

const file = (name: string) => ({
  path: `data/installed/${name}`,
  text: readFileSync(`data/installed/${name}`, 'utf8'),
});
const written = parseWorld(file('world.yaml'));
const judgement = parseJudgement(file('delivery-prior.yaml'));
const delivery = parseDelivery(file('delivery.yaml'), judgement);

const parametersFor = (attributes: Partial<Attributes>) =>
  deliveryParameters(written, delivery, { ...plain, ...attributes });
const modelOf = (attributes: Partial<Attributes>) => worldModel(parametersFor(attributes));
const outlookFor = (attributes: Attributes) =>
  outlookOf(summaryOf(delivery.fit.coefficients, featuresOf(attributes)), attributes.commitment === 'built');

describe('the parameters of a hub', () => {
  test('keep what the fit does not speak of, and say where the rest is from', () => {
    const parameters = parametersFor({});
    expect(parameters.get('poolShare')).toBe(written.get('poolShare'));
    expect(parameters.get('realisation')!.citation).toMatchObject({ basis: 'derived' });
    expect(parameters.get('realisation')!.place).toMatch(/^data\/installed\/delivery\.yaml:\d+$/);
  });

  test('have the fitted share as the mean of what a hub of one site is lit with', () => {
    for (const commitment of ['intent', 'contracted', 'built'] as const) {
      const attributes = { ...plain, commitment };
      expect(modelOf(attributes).realisation.neutral.mean).toBeCloseTo(outlookFor(attributes).lit, 1);
    }
  });

  test('expect more of what is built than of what is contracted, and least of an intent', () => {
    const lit = (['intent', 'approved', 'contracted', 'built'] as const).map(
      (commitment) => modelOf({ commitment }).realisation.neutral.mean,
    );
    expect(lit).toEqual([...lit].sort((a, b) => a - b));
  });

  test('expect a barred chip to arrive as named less often, and its hub to fill up less often', () => {
    const free = modelOf({ region: 'china' });
    const barred = modelOf({ region: 'china', controlledChip: true });
    expect(barred.namedShare.neutral.mean).toBeLessThan(free.namedShare.neutral.mean / 2);
    expect(barred.fullShare.mean).toBeLessThan(free.fullShare.mean);
    expect(modelOf({ region: 'us', controlledChip: true }).namedShare.neutral.mean).toBe(
      modelOf({ region: 'us' }).namedShare.neutral.mean,
    );
  });

  test('order the presets around the cases', () => {
    const { realisation } = modelOf({});
    expect(realisation.sceptic.mean).toBeLessThan(realisation.neutral.mean);
    expect(realisation.neutral.mean).toBeLessThan(realisation.believer.mean);
  });

  test('put first light where the fit has it', () => {
    for (const commitment of ['contracted', 'built'] as const) {
      const attributes = { ...plain, commitment };
      const { lags } = modelOf(attributes);
      const early = judgement.early[commitment];
      const median =
        lags.construction.quantile(0.5) + lags.shell.quantile(0.5) + lags.lit.quantile(0.5) - early;
      expect(median / outlookFor(attributes).time).toBeGreaterThan(0.85);
      expect(median / outlookFor(attributes).time).toBeLessThan(1.15);
    }
  });

  test('leave nothing that is being built on paper', () => {
    expect(modelOf({ commitment: 'built' }).unlit[0]).toBe(0);
  });
});

describe('the files', () => {
  test('give every coefficient a prior and a value', () => {
    const names = [...judgement.priors.keys()];
    expect(names).toContain('lit.region.oceania');
    expect(names.every((name) => delivery.fit.coefficients.length > 0 && name !== '')).toBe(true);
  });

  test('refuse a coefficient that nobody knows', () => {
    const { path, text } = file('delivery-prior.yaml');
    expect(() => parseJudgement({ path, text: text.replace('gigawatt:', 'gigawat:') })).toThrow(/gigawat/);
  });
});
