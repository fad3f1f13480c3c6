import type { Evidence } from '../dossier/dossier.ts';
import type { ItemResult } from './assessment.ts';
import type { Plan } from './plan.ts';
import type { Trace } from './trace.ts';

/** Items shown under a number. */
const MOST_ITEMS = 8;

function factorText(factor: number): string {
  return factor >= 1 ? `× ${factor.toPrecision(2)}` : `÷ ${(1 / factor).toPrecision(2)}`;
}

/** The items that moved the answer most, each with its line. */
export function evidenceTrace(plan: Plan, items: readonly ItemResult[]): Trace {
  return {
    label: 'evidence that moved the headline most',
    value: `${plan.compiled.items.length} items`,
    zh: { label: '对首要问题影响最大的证据', value: `${plan.compiled.items.length}条` },
    children: itemTraces(plan, items),
  };
}

/** The first of some items, each with its factor on the headline and its line. */
export function itemTraces(plan: Plan, items: readonly ItemResult[]): Trace[] {
  return items.slice(0, MOST_ITEMS).map((item) => {
    const written: Evidence = plan.compiled.items.find(({ id }) => id === item.id)!;
    const grade = `${item.grade.reliability}${item.grade.credibility}`;
    return {
      label: `${item.id}: ${item.says.en}`,
      value: `${factorText(item.factor)} on the headline, ${grade}`,
      zh: {
        label: `${item.id}：${item.says.zh ?? item.says.en}`,
        value: `对首要问题 ${factorText(item.factor)}，${grade}`,
      },
      basis: 'reported',
      source: item.source,
      place: written.place,
      children: [],
    };
  });
}
