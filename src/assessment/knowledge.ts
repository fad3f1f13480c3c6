import { parseCatalogue } from '../chips/catalogue.ts';
import { type DataFiles, filesIn } from '../dossier/files.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { parseKinds } from '../installed/kind-file.ts';
import type { Knowledge } from '../installed/knowledge.ts';
import { parseWorld } from '../installed/world-file.ts';
import { type Models, parseModels } from '../models/parse.ts';
import { parseSite } from '../site/parse.ts';
import { parseGrades } from '../sources/grade.ts';
import { parseSources } from '../sources/source-file.ts';
import { parseSupply } from '../supply/parse.ts';
import { parseTraining, type TrainingData } from '../training/parse.ts';

/** Everything read from `data/`, parsed and checked. */
export interface World extends Knowledge {
  /** Architectures and the training model: what a fleet amounts to. */
  models: Models;
  training: TrainingData;
  /** Digest of the data folder. */
  digest: string;
}

/**
 * Parses the data that comes with Sandtable.
 *
 * @throws SandtableError with every fault of the files
 */
export function parseWorldData(data: DataFiles): World {
  const sources = new Set(parseSources(filesIn(data, 'sources')).sources.keys());
  const gradeFile = filesIn(data, '').find(({ path }) => path.endsWith('/grades.yaml'));
  const worldFile = filesIn(data, 'installed').find(({ path }) => path.endsWith('/world.yaml'));
  if (!gradeFile || !worldFile) {
    const missing = gradeFile ? 'data/installed/world.yaml' : 'data/grades.yaml';
    throw new SandtableError(
      error('ST-A001', `${missing} is missing.`, 'Restore the file, or install Sandtable again.'),
    );
  }
  const faults: Fault[] = [];
  const keep = <T>(read: { faults: readonly Fault[] } & T): T => {
    faults.push(...read.faults);
    return read;
  };
  const grades = keep(parseGrades(gradeFile.text, gradeFile.path)).value;
  const catalogue = keep(parseCatalogue(filesIn(data, 'chips'), sources)).catalogue;
  const site = keep(parseSite(filesIn(data, 'site'), sources)).site;
  const supply =
    grades && catalogue && keep(parseSupply(filesIn(data, 'supply'), { catalogue, grades, sources })).supply;
  const { models } = keep(parseModels(filesIn(data, 'models'), sources));
  const training =
    catalogue && keep(parseTraining(filesIn(data, 'training'), { catalogue, sources })).training;
  if (!grades || !catalogue || !site || !supply || !training) throw new SandtableError(faults);
  return {
    grades,
    catalogue,
    site,
    supply,
    models,
    training,
    kinds: parseKinds(filesIn(data, 'evidence')),
    parameters: parseWorld(worldFile),
    digest: data.digest,
  };
}
