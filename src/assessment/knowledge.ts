import { z } from 'zod';
import { parseCatalogue } from '../chips/catalogue.ts';
import type { Controls } from '../controls/instrument.ts';
import { parseControls } from '../controls/parse.ts';
import { type DataFiles, filesIn, type TextFile } from '../dossier/files.ts';
import { error, type Fault, type Place, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { parseDelivery, parseJudgement } from '../installed/delivery/delivery-file.ts';
import { parseKinds } from '../installed/kind-file.ts';
import type { Knowledge } from '../installed/knowledge.ts';
import { parseWorld } from '../installed/world-file.ts';
import { type Models, parseModels } from '../models/parse.ts';
import { parseWorkloads, type Workloads } from '../serving/workloads.ts';
import { parseSite } from '../site/parse.ts';
import { readDocument } from '../sources/document.ts';
import { parseGrades } from '../sources/grade.ts';
import type { Source } from '../sources/source.ts';
import { parseSources } from '../sources/source-file.ts';
import { parseSupply } from '../supply/parse.ts';
import { parseTraining, type TrainingData } from '../training/parse.ts';
import type { TrackRecord } from './assessment.ts';

/** Everything read from `data/`, parsed and checked. */
export interface World extends Knowledge {
  /** Export rules through time. */
  controls: Controls;
  /** How the engine did on hubs of known outcome, as `npm run backtest` wrote it. */
  record: TrackRecord;
  /** The publications that the data rests on, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Where each is described. */
  sourcePlaces: ReadonlyMap<string, Place>;
  /** Architectures and the training model: what a fleet amounts to. */
  models: Models;
  training: TrainingData;
  /** What is asked of models, by whom and from where, and how fast chips serve. */
  workloads: Workloads;
  /** Digest of the data folder. */
  digest: string;
}

/**
 * Parses the data that comes with Sandtable.
 *
 * @throws SandtableError with every fault of the files
 */
export function parseWorldData(data: DataFiles): World {
  const gradeFile = needed(data, '', 'grades.yaml');
  const worldFile = needed(data, 'installed', 'world.yaml');
  const judgement = parseJudgement(needed(data, 'installed', 'delivery-prior.yaml'));
  const deliveryFile = needed(data, 'installed', 'delivery.yaml');
  const faults: Fault[] = [];
  const keep = <T>(read: { faults: readonly Fault[] } & T): T => {
    faults.push(...read.faults);
    return read;
  };
  const described = keep(parseSources(filesIn(data, 'sources')));
  const sources = new Set(described.sources.keys());
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
  const { models } = keep(parseModels(filesIn(data, 'models'), sources));
  const training =
    catalogue && keep(parseTraining(filesIn(data, 'training'), { catalogue, sources })).training;
  const { workloads } = keep(parseWorkloads(filesIn(data, 'workloads'), sources));
  const broken = faults.some(({ severity }) => severity === 'error');
  if (broken || !grades || !catalogue || !site || !controls || !supply || !training || !workloads) {
    throw new SandtableError(faults);
  }
  return {
    grades,
    catalogue,
    controls,
    sources: described.sources,
    sourcePlaces: described.places,
    site,
    supply,
    models,
    training,
    workloads,
    kinds: parseKinds(filesIn(data, 'evidence')),
    parameters: parseWorld(worldFile),
    delivery: parseDelivery(deliveryFile, judgement),
    record: parseRecord(needed(data, 'installed', 'record.yaml')),
    digest: data.digest,
  };
}

const recordSchema = z.strictObject({
  hubs: z.int().positive(),
  scored: z.int().positive(),
  evidence: z.number().min(0).max(1),
  climatology: z.number().min(0).max(1),
  route: z.strictObject({
    hubs: z.int().positive(),
    evidence: z.number().min(0).max(2),
    climatology: z.number().min(0).max(2),
    skill: z.strictObject({ value: z.number().max(1), low: z.number().max(1), high: z.number().max(1) }),
  }),
});

function parseRecord({ path, text }: TextFile): TrackRecord {
  const { value, faults } = readDocument(text, path, recordSchema);
  if (!value) throw new SandtableError(faults);
  return value;
}

function needed(data: DataFiles, folder: string, name: string): TextFile {
  const file = filesIn(data, folder).find(({ path }) => path.endsWith(`/${name}`));
  if (file) return file;
  const path = ['data', folder, name].filter(Boolean).join('/');
  throw new SandtableError(
    error(
      'ST-A001',
      say('{path} is missing.', { path }),
      say('Restore the file, or install Sandtable again.'),
    ),
  );
}
