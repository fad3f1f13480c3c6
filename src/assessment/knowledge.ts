import { parseCatalogue } from '../chips/catalogue.ts';
import type { Controls } from '../controls/instrument.ts';
import { parseControls } from '../controls/parse.ts';
import { type DataFiles, filesIn } from '../dossier/files.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { parseKinds } from '../installed/kind-file.ts';
import type { Knowledge } from '../installed/knowledge.ts';
import { parseWorld } from '../installed/world-file.ts';
import { parseSite } from '../site/parse.ts';
import { parseGrades } from '../sources/grade.ts';
import type { Source } from '../sources/source.ts';
import { parseSources } from '../sources/source-file.ts';
import { parseSupply } from '../supply/parse.ts';

/** Everything read from `data/`, parsed and checked. */
export interface World extends Knowledge {
  /** Export rules through time. */
  controls: Controls;
  /** The publications that the data rests on, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Digest of the data folder. */
  digest: string;
}

/**
 * Parses the data that comes with Sandtable.
 *
 * @throws SandtableError with every fault of the files
 */
export function parseWorldData(data: DataFiles): World {
  const described = parseSources(filesIn(data, 'sources')).sources;
  const sources = new Set(described.keys());
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
  const controls =
    catalogue && keep(parseControls(filesIn(data, 'controls'), { catalogue, sources })).controls;
  const supply =
    grades &&
    catalogue &&
    controls &&
    keep(parseSupply(filesIn(data, 'supply'), { catalogue, grades, controls, sources })).supply;
  if (!grades || !catalogue || !site || !controls || !supply) throw new SandtableError(faults);
  return {
    grades,
    catalogue,
    controls,
    sources: described,
    site,
    supply,
    kinds: parseKinds(filesIn(data, 'evidence')),
    parameters: parseWorld(worldFile),
    digest: data.digest,
  };
}
