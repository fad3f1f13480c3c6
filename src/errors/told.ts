import type { Code, Explanation } from './catalogue.ts';
import type { Fault } from './fault.ts';
import { type Pattern, written } from './message.ts';

/** Languages that faults can be told in, by BCP 47 tag. */
export type Tag = 'en' | 'zh-CN';

/** What it takes to tell faults in a language other than English. */
export interface Translation {
  tag: Exclude<Tag, 'en'>;
  catalogue: Readonly<Record<Code, Explanation>>;
  sentences: Readonly<Record<Pattern, string>>;
  /** What the list of faults itself says. */
  words: FaultWords;
}

/** What a list of faults says beside the faults. */
export interface FaultWords {
  /** What to do. */
  fix: string;
  /** Where more is told. */
  more: string;
  /** Details that are written in English alone. */
  english: string;
  /** Faults that are counted and not written out. */
  rest(number: number): string;
  counts(errors: number, warnings: number): string;
  /** No answer, and no file changed. */
  stopped: string;
  /** What is in a dossier without errors, and what to type next. */
  sound(of: { id: string; sites: number; items: number; sources: number; next: string }): string;
  /** What to do, before a whole paragraph of it. */
  remedy: string;
}

/** A fault in the reader's language. */
export interface ToldFault extends Fault {
  /** Details that are written in English alone. */
  english?: string;
}

/** Fetches what it takes to tell faults in a language; nothing for English. */
export async function translationOf(tag: Tag): Promise<Translation | undefined> {
  return tag === 'en' ? undefined : (await import('./zh-CN/zh-CN.ts')).zhCN;
}

/**
 * Faults as they are shown to people and handed to other programs.
 *
 * @param translation of the language to tell them in; English where left out
 */
export function told(faults: readonly Fault[], translation?: Translation): readonly ToldFault[] {
  return faults.map((fault) => {
    const { said, ...rest } = fault;
    return translation ? toldIn(translation, fault) : rest;
  });
}

/** Where a detail is written in English alone, what its code means stands in its place, and the detail beside it. */
function toldIn({ catalogue, sentences }: Translation, { said = {}, ...fault }: Fault): ToldFault {
  const { title, why, fix } = catalogue[fault.code];
  const inIt = (part: 'what' | 'why' | 'fix') => said[part] && written(said[part], sentences);
  const untold = (['what', 'fix'] as const).filter((part) => !said[part]).map((part) => fault[part]);
  const reason = inIt('why') ?? (fault.why === undefined ? undefined : why);
  return {
    ...fault,
    ...{ what: inIt('what') ?? `${title}。`, fix: inIt('fix') ?? fix },
    ...(reason !== undefined && { why: reason }),
    ...(untold.length > 0 && { english: untold.join(' ') }),
  };
}
