import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import type { Placement } from './placement.ts';

/** How a placement splits the model. */
type Split = Pick<Placement, 'tensor' | 'data' | 'pipeline' | 'expertParallel'>;

/** A placement without how it splits the model. */
export type Open = Omit<Placement, keyof Split>;

/** Most chips that one engine spreads its experts over (judged): makers plan with 320, and rates are published of 160. */
const mostExpertChips = 512;

/** Into fewer parts than so many, or these halved again and again, chips are cut that leave some over. */
const fewEngines = 8;

/** From how many chips on a group need not be a power of two: smaller ones are parts of servers of eight. */
const leastOddGroup = 24;

/** Ways to place a model on at most so many chips, of which each splits attention or spreads experts, but not both. */
export function candidates(
  model: Architecture,
  { machine, chips, open }: { machine: Machine; chips: number; open: Open },
): Placement[] {
  const found: Placement[] = [];
  const heads = headsOf(model);
  // Stages help where no fast links join the chips; elsewhere a tensor group keeps latency lower at the same rate.
  const stages = machine.domain === 1 ? Math.min(chips, 8) : 1;
  for (let tensor = 1; tensor <= Math.min(chips, Math.max(machine.domain, 8), 16); tensor *= 2) {
    if (heads % tensor !== 0) continue;
    for (let pipeline = 1; tensor * pipeline <= stages || pipeline === 1; pipeline *= 2) {
      found.push(placed(open, { tensor, data: 1, pipeline, expertParallel: false }));
    }
  }
  const experts = expertsOf(model);
  for (const data of expertGroups(chips, Math.min(chips, 2 * experts, mostExpertChips))) {
    found.push(placed(open, { tensor: 1, data, pipeline: 1, expertParallel: true }));
  }
  return found;
}

/**
 * Ways that do both: groups of chips that share attention, and experts spread over all of them (tensor and expert parallelism of vLLM,
 * SGLang and TensorRT-LLM together); one group alone, too.
 */
export function mixedCandidates(
  model: Architecture,
  { machine, chips, open }: { machine: Machine; chips: number; open: Open },
): Placement[] {
  const found: Placement[] = [];
  const most = Math.min(chips, 2 * expertsOf(model), mostExpertChips);
  // A group that shares attention adds up its parts twice a layer: it keeps within the fast links.
  for (let tensor = 2; tensor <= Math.min(most, machine.domain, 8); tensor *= 2) {
    if (headsOf(model) % tensor !== 0) continue;
    for (let data = 1; tensor * data <= most; data *= 2) {
      found.push(placed(open, { tensor, data, pipeline: 1, expertParallel: true }));
    }
  }
  return found;
}

/** Written out: spreading and adding to it takes V8 a hundred times as long, more than to compute what the placement does. */
function placed(
  { formats, overlap, balance, guessed, accepted, engine, year }: Open,
  { tensor, data, pipeline, expertParallel }: Split,
): Placement {
  return {
    formats,
    overlap,
    balance,
    guessed,
    accepted,
    engine,
    year,
    tensor,
    data,
    pipeline,
    expertParallel,
  };
}

/**
 * Numbers of chips that experts are spread over: powers of two, and even parts of the chips, which leave few of them over. Twice the
 * chips have all groups of the chips: parts are halves of halves of few parts, or leave nothing over.
 */
function expertGroups(chips: number, most: number): number[] {
  const groups = new Set<number>();
  for (let data = 2; data <= most; data *= 2) groups.add(data);
  for (let engines = Math.ceil(chips / most); chips / engines >= leastOddGroup; engines++) {
    const even = 2 * Math.floor(chips / engines / 2);
    if (even <= most && (oddPart(engines) < fewEngines || even * engines === chips)) groups.add(even);
  }
  return [...groups].sort((a, b) => a - b);
}

/** What is left of a number when it is halved as long as it is even. */
function oddPart(number: number): number {
  return number / (number & -number);
}

/** Fewest heads of a layer, which a tensor group must divide. */
function headsOf({ layers }: Architecture): number {
  return layers.reduce((least, { mixer }) => {
    const heads = mixer && 'heads' in mixer ? mixer.heads : undefined;
    return heads === undefined ? least : Math.min(least, heads);
  }, 1024);
}

/** Experts of a layer; 0 where a model has none. */
function expertsOf({ layers }: Architecture): number {
  return layers.reduce(
    (most, { feedForward }) => Math.max(most, feedForward?.kind === 'experts' ? feedForward.experts : 0),
    0,
  );
}
