import { parseCatalogue } from '../chips/catalogue.ts';
import type { Catalogue } from '../chips/chip.ts';
import { type DataFiles, filesIn } from '../dossier/files.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import type { Models } from '../models/parse.ts';
import { parseModels } from '../models/parse.ts';
import { parseSite } from '../site/parse.ts';
import type { SiteModel } from '../site/site-model.ts';
import { parseSources } from '../sources/source-file.ts';
import { parseTraining, type TrainingData } from './parse.ts';
import { type PublishedRun, publishedRuns } from './published.ts';

/** Everything that questions about training are answered from. */
export interface TrainingKnowledge {
  models: Models;
  training: TrainingData;
  catalogue: Catalogue;
  site: SiteModel;
  /** Published runs to stand beside an answer; none where the table was not given. */
  runs: readonly PublishedRun[];
}

/**
 * Parses what the training model needs of the data that comes with Sandtable.
 *
 * @param published text of data/published/training-runs.csv
 * @throws SandtableError with every fault of the files
 */
export function parseTrainingKnowledge(data: DataFiles, published = ''): TrainingKnowledge {
  const faults: Fault[] = [];
  const sources = new Set(parseSources(filesIn(data, 'sources')).sources.keys());
  const keep = <T extends { faults: readonly Fault[] }>(read: T): T => {
    faults.push(...read.faults);
    return read;
  };
  const { catalogue } = keep(parseCatalogue(filesIn(data, 'chips'), sources));
  const { site } = keep(parseSite(filesIn(data, 'site'), sources));
  const { models } = keep(parseModels(filesIn(data, 'models'), sources));
  const training =
    catalogue && keep(parseTraining(filesIn(data, 'training'), { catalogue, sources })).training;
  if (!catalogue || !site || !training || faults.some(({ severity }) => severity === 'error')) {
    const gone = error('ST-T001', 'data/training is missing.', 'Install Sandtable again.');
    throw new SandtableError(faults.length > 0 ? faults : gone);
  }
  return { models, training, catalogue, site, runs: publishedRuns(published, models).runs };
}
