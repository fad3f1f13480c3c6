import type { Evidence } from '../dossier/dossier.ts';
import type { Posterior } from '../installed/infer.ts';
import type { Assessment, ItemResult } from './assessment.ts';
import { itemContext, itemResults } from './item-results.ts';
import type { Plan } from './plan.ts';
import type { QuestionId } from './questions.ts';
import type { Trace } from './trace.ts';

/** Items shown under a number. */
const MOST_ITEMS = 8;

/** What the items did to one question, first those that moved it most. */
export interface MovedBy {
  question: QuestionId;
  items: readonly ItemResult[];
}

/** What the items did to a question: as the assessment has it where it ranks by this one, else read off the draws again. */
export function movedBy(
  plan: Plan,
  posterior: Posterior,
  { assessment, question }: { assessment: Assessment; question: QuestionId },
): MovedBy {
  const { focus, evidence } = assessment;
  const items = question === focus ? evidence : itemResults(itemContext(plan, posterior), question).evidence;
  return { question, items };
}

/** What a factor is on, by question. */
const targets: Readonly<Record<QuestionId, { en: string; zh: string }>> = {
  'claim-there': { en: 'the headline', zh: '首要问题' },
  'some-named': { en: '1,000 of the named chip running', zh: '是否有1000张所称加速卡' },
  'mostly-other': { en: 'other chips being most', zh: '是否多为其他芯片' },
  'tenth-lit': { en: 'a tenth being lit', zh: '是否点亮十分之一' },
  'half-lit': { en: 'half being lit', zh: '是否点亮一半' },
};

function factorText(factor: number): string {
  return factor >= 1 ? `× ${factor.toPrecision(2)}` : `÷ ${(1 / factor).toPrecision(2)}`;
}

/** The items that moved the answer to a question most, each with its line. */
export function evidenceTrace(plan: Plan, moved: MovedBy): Trace {
  const headline = moved.question === 'claim-there';
  return {
    label: `evidence that moved ${headline ? 'the headline' : 'this answer'} most`,
    value: `${plan.compiled.items.length} items`,
    zh: {
      label: `对${headline ? '首要问题' : '此答案'}影响最大的证据`,
      value: `${plan.compiled.items.length}条`,
    },
    children: itemTraces(plan, moved),
  };
}

/** The first of some items, each with its factor on the question and its line. */
export function itemTraces(plan: Plan, { question, items }: MovedBy): Trace[] {
  const target = targets[question];
  return items.slice(0, MOST_ITEMS).map((item) => {
    const written: Evidence = plan.compiled.items.find(({ id }) => id === item.id)!;
    const grade = `${item.grade.reliability}${item.grade.credibility}`;
    const by = factorText(item.moved.factor);
    return {
      label: `${item.id}: ${item.says.en}`,
      value: `${by} on ${target.en}, ${grade}`,
      zh: {
        label: `${item.id}：${item.says.zh ?? item.says.en}`,
        value: `对${target.zh} ${by}，${grade}`,
      },
      basis: 'reported',
      source: item.source,
      place: written.place,
      children: [],
    };
  });
}
