import { type DataFiles, filesIn } from '../dossier/files.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { parseTrainingKnowledge, type TrainingKnowledge } from '../training/knowledge.ts';
import { parseTable } from '../training/published.ts';
import { parseServing, type ServingData } from './parse.ts';
import { type PublishedServing, publishedServing } from './published.ts';

/** Everything that questions about serving are answered from. */
export interface ServingKnowledge extends Pick<TrainingKnowledge, 'models' | 'catalogue' | 'site'> {
  machines: TrainingKnowledge['training']['machines'];
  serving: ServingData;
  /** Published rates to stand beside an answer; none where the table was not given. */
  rows: readonly PublishedServing[];
  /** Tokens a second a chip that a fit without a row's source, model and chip says of it, by row. */
  heldOut: ReadonlyMap<string, number>;
}

/** What answers are made of. */
export type AnswerKnowledge = Pick<ServingKnowledge, 'machines' | 'serving' | 'rows' | 'heldOut'>;

/**
 * Parses what the serving model needs of the data that comes with Sandtable.
 *
 * @param published text of data/published/serving-runs.csv
 * @param heldOut text of data/published/serving-held-out.csv
 * @throws SandtableError with every fault of the files
 */
export function parseServingKnowledge(data: DataFiles, published = '', heldOut = ''): ServingKnowledge {
  const { models, catalogue, site, training } = parseTrainingKnowledge(data);
  const { serving, faults } = parseServing(filesIn(data, 'serving'));
  if (!serving) {
    const gone = error('ST-V001', 'data/serving is missing.', 'Install Sandtable again.');
    throw new SandtableError(faults.length > 0 ? faults : gone);
  }
  const { rows } = publishedServing(published, models, serving);
  const unseen = parseTable(heldOut).map(({ id = '', predicted }) => [id, Number(predicted)] as const);
  return { models, catalogue, site, machines: training.machines, serving, rows, heldOut: new Map(unseen) };
}
