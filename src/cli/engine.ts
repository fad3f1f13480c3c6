import type { Assessment, Preset, Question } from '../assessment/assessment.ts';
import type { HubReach } from '../assessment/hub-reach.ts';
import type { World } from '../assessment/knowledge.ts';
import type { Trace } from '../assessment/trace.ts';
import type { Results } from '../backtest/results.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DataFiles, TextFile } from '../dossier/files.ts';
import type { Fault } from '../errors/fault.ts';
import type { Geography } from '../report/figures/geography.ts';
import type { ServingKnowledge } from '../serving/knowledge.ts';
import type { Grounds } from '../site/grounds.ts';
import type { TrainingKnowledge } from '../training/knowledge.ts';
import type { Effects } from './effects.ts';

/** What a run may be asked to do differently; what is left out has the library's default. */
export interface RunOptions {
  asOf?: string;
  prior?: Preset;
  drop?: readonly string[];
  set?: Readonly<Record<string, string>>;
  seed?: number;
  draws?: number;
  workers?: number;
}

/** Called with the share of the draws done, 0 to 1, and with the questions as soon as they are answered. */
export type Watch = (share: number, questions?: readonly Question[]) => void;

/** Where a dossier lies, and whose it is. */
export interface ShelfPlace {
  id: string;
  /** Whole path of its folder. */
  folder: string;
  /** `own`: in the working folder; `bundled` and `known`: came with Sandtable, the latter with known outcome. */
  origin: 'own' | 'bundled' | 'known';
}

/** A dossier as read, absent where one of the faults is an error. */
export interface Checked {
  dossier?: Dossier;
  faults: readonly Fault[];
}

/** The library verbs the command line needs, and nothing else of it. */
export interface Engine {
  version: string;
  /** Ids of the dossiers in the working folder and of those that come with Sandtable. */
  known(cwd: string): readonly string[];
  /** Reads a dossier by id or path; it is absent where a fault is an error. */
  check(reference: string, cwd: string): Promise<Checked>;
  /** The YAML files of a dossier that `check` opens, by their paths within its folder. */
  texts(reference: string, cwd: string): Readonly<Record<string, string>>;
  /** The files of the data that come with Sandtable, as text. */
  data(): DataFiles;
  /** Where the dossiers lie that can be called by id. */
  places(cwd: string): readonly ShelfPlace[];
  /** Checks the files of a dossier that is nowhere on disk yet. */
  draft(id: string, files: readonly TextFile[]): Promise<Checked>;
  /** What is known of the world, and what sites stand on. */
  world(): Promise<World>;
  /** The same as text, for `readCompiledWorld`. */
  compiledWorld(): Promise<string>;
  grounds(): Promise<Grounds>;
  /** What maps draw under the sites. */
  geography(): Geography;
  assess(dossier: Dossier, options: RunOptions, watch: Watch): Promise<Assessment>;
  /** What questions about training are answered from. */
  training(): Promise<TrainingKnowledge>;
  /** What questions about serving are answered from. */
  serving(): Promise<ServingKnowledge>;
  /** Ids that `why` explains. */
  quantities(dossier: Dossier): readonly string[];
  /** Whom the hub could serve. */
  reach(dossier: Dossier, options: RunOptions, watch?: Watch): Promise<HubReach>;
  why(dossier: Dossier, options: RunOptions, quantity: string, watch?: Watch): Promise<Trace>;
  /** Computes part `part` (from 1) of `count` and returns it as bytes to be merged. */
  shard(
    dossier: Dossier,
    options: RunOptions,
    part: { part: number; count: number },
    reference: string,
  ): Promise<Uint8Array>;
  /** Replays hubs of known outcome: those of a folder, or those that come with Sandtable. */
  backtest(folder: string | undefined, cwd: string, watch: Watch): Promise<Results>;
  merge(parts: readonly Uint8Array[], context: { effects: Effects; engine: Engine }): Promise<Assessment>;
}
