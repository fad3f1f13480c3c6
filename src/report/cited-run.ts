import type { Assessment } from '../assessment/assessment.ts';
import { defaults } from '../assessment/run-defaults.ts';
import type { Cited } from '../sources/cite.ts';
import { parsePartialDate } from '../sources/date.ts';
import { percent } from './amount.ts';
import { byPrior } from './by-prior.ts';
import { editsOf } from './run-edits.ts';
import { en } from './strings/en.ts';
import { said } from './strings/strings.ts';

/** A run as a publication: dated by its evidence, named by its question and answer and by all that was changed. */
export function citedRun(a: Assessment): Cited {
  const question = a.questions[0]!;
  const published = parsePartialDate(a.run.asOf);
  if (!('from' in published)) throw new TypeError(`asOf ${a.run.asOf} of a run is no date`);
  const poorly = a.diagnostics.state === 'poor';
  const answer = poorly ? 'not converged' : `${en.word[question.word]}, ${percent(question.probability, en)}`;
  const how = [
    en.asOf(a.run.asOf),
    en.underPrior(a.run.prior),
    ...editsOf(a, en),
    ...(a.dateCaution?.about === 'later' ? [`a projection beyond ${a.dateCaution.dossier}`] : []),
    ...(a.run.seed === defaults.seed ? [] : [`seed ${a.run.seed}`]),
    ...(poorly ? [] : [byPrior(question, en).join(', ')]),
  ];
  return {
    id: a.run.id,
    title: { en: `${said(a.hub.name, en)}: ${said(question.text, en)} ${answer} (${how.join('; ')})` },
    producer: `Sandtable ${a.run.engine}`,
    type: 'dataset',
    published,
    url: '',
    language: 'en',
  };
}
