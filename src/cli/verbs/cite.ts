import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { en } from '../../report/strings/en.ts';
import { said } from '../../report/strings/strings.ts';
import { type CitationStyle, type Cited, cite } from '../../sources/cite.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { type Context, opened } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { runOptions, type WrittenOptions } from '../options.ts';
import { kept } from '../store.ts';
import { assessed } from './assess.ts';

/** `sandtable cite`: a citation of the run, with its id. */
export async function citeVerb(
  reference: string,
  options: WrittenOptions & { style: CitationStyle; format?: 'text' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { effects } = context;
  const run = runOptions(options);
  const a =
    kept(reference, effects)?.assessment ?? (await assessed(opened(reference, context), run, context));
  const { style, format } = options;
  const citation = cite(citedRun(a), style, a.run.id).trimEnd();
  const json = { run: a.run.id, style, citation };
  effects.stdout(`${format === 'json' ? JSON.stringify(json, null, 2) : citation}\n`);
  return exitCodes.done;
}

/** A run as a publication: dated by its evidence, named by its question and answer. */
function citedRun(a: Assessment): Cited {
  const question = a.questions[0]!;
  const published = parsePartialDate(a.run.asOf);
  if (!('from' in published)) throw new TypeError(`asOf ${a.run.asOf} of a run is no date`);
  const poor = a.diagnostics.state === 'poor';
  const answer = poor ? 'not converged' : `${en.word[question.word]}, ${percent(question.probability, en)}`;
  return {
    id: a.run.id,
    title: { en: `${said(a.hub.name, en)}: ${said(question.text, en)} ${answer} (${a.run.prior} prior)` },
    producer: `Sandtable ${a.run.engine}`,
    type: 'dataset',
    published,
    url: '',
    language: 'en',
  };
}
