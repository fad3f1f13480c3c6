import type { Dossier } from '../dossier/dossier.ts';
import { log } from '../elementary/logarithm.ts';
import { error, type Fault, type Place, SandtableError, wordsOf } from '../errors/fault.ts';
import { type Message, say, type Words } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { exactValue } from '../installed/exact-value.ts';
import {
  type Parameter,
  type ParameterName,
  parameterDimensions,
  parameterNames,
  type WorldParameters,
} from '../installed/parameter.ts';
import { byPreset, type Preset, presets } from '../installed/presets.ts';
import { quantityOfText } from '../sources/quantity-text.ts';
import { type Citation, type Grade, reliabilities } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { toSI } from '../units/convert.ts';
import { parseQuantity } from '../units/parse.ts';
import type { Quantity } from '../units/quantity.ts';

/** What a dossier's assumptions and `--set` put in place of the data. */
export interface Changes {
  parameters: WorldParameters;
  /** Restricted accelerators in the country. */
  pool?: Distribution;
  /** Accelerators that a site is claimed to have, by site id. */
  claimed: ReadonlyMap<string, Distribution>;
  /** Letter of the grade that every item of an origin bears, by origin. */
  letters: Letters;
}

export type Letters = ReadonlyMap<string, Grade['reliability']>;

/** One value to put in place: from a file, or from the command line where it has no place. */
interface Change {
  path: string;
  text: string;
  place?: Place;
  citation?: Citation;
}

/**
 * Reads `world.<parameter>[.<preset>]`, `pool`, `sites.<id>.accelerators` and `origins.<id>.reliability`; what is set wins
 * over what is assumed.
 *
 * @param faults takes every path that is not known (ST-A004) and every value that cannot be used (ST-A005)
 */
export function readChanges(
  dossier: Dossier,
  known: WorldParameters,
  from: { set: Readonly<Record<string, string>>; faults: Fault[] },
): Changes {
  const assumed = dossier.assumptions.map(({ value, ...entry }): Change => ({ ...entry, text: value.text }));
  const set = Object.entries(from.set).map(([path, text]): Change => ({ path, text }));
  const parameters = new Map(known);
  const claimed = new Map<string, Distribution>();
  const letters = new Map<string, Grade['reliability']>();
  let pool: Distribution | undefined;
  for (const change of [...assumed, ...set]) {
    const [head, name = '', last] = change.path.split('.');
    try {
      if (head === 'world' && isParameter(name) && isPreset(last)) {
        parameters.set(name, changed(parameters.get(name)!, change, last));
      } else if (change.path === 'pool') pool = poolOf(change);
      else if (head === 'sites' && last === 'accelerators' && dossier.sites.some(({ id }) => id === name)) {
        claimed.set(name, amountOf(change));
      } else if (head === 'origins' && last === 'reliability' && isOrigin(name, dossier)) {
        letters.set(name, letterOf(change));
      } else from.faults.push(unknownPath(change, dossier));
    } catch (thrown) {
      if (!(thrown instanceof SandtableError)) throw thrown;
      from.faults.push(...thrown.faults);
    }
  }
  from.faults.push(...unlitFaults(parameters, known));
  return { parameters, claimed, letters, ...(pool && { pool }) };
}

const isOrigin = (name: string, { evidence }: Dossier) => evidence.some(({ origin }) => origin === name);

function letterOf(change: Change): Grade['reliability'] {
  const letter = reliabilities.find((one) => one === change.text.trim().toUpperCase());
  if (letter) return letter;
  throw unusable(
    change,
    say('it is no letter of a grade.'),
    say('Write a letter from A to F, as in the grade of a source.'),
  );
}

/** The dossier with other letters for what some origins say. */
export function regraded(dossier: Dossier, letters: Letters): Dossier {
  if (letters.size === 0) return dossier;
  const evidence = dossier.evidence.map((item) => {
    const reliability = letters.get(item.origin);
    return reliability ? { ...item, grade: { ...item.grade, reliability } } : item;
  });
  return { ...dossier, evidence };
}

const isParameter = (name: string): name is ParameterName => parameterNames.includes(name as ParameterName);

function isPreset(text: string | undefined): text is Preset | undefined {
  return text === undefined || presets.includes(text as Preset);
}

/** Shares strictly between 0 and 1, shares, and what the model takes one number of. */
const openShares: readonly ParameterName[] = [
  'realisation',
  'contextRealisation',
  'namedShare',
  'poolShare',
  'fullShare',
];
const shares: readonly ParameterName[] = ['partialFill', 'fullFill', 'unlitPaper', 'unlitConstruction'];
const singles: readonly ParameterName[] = ['unlitPaper', 'unlitConstruction', 'early', 'firstBlock'];

function changed(entry: Parameter, change: Change, preset: Preset | undefined): Parameter {
  const example = say('Write it like `{example}`.', { example: entry.value.neutral.text });
  const read = quantityOfText(change.text, parameterDimensions[entry.name]);
  if ('refusals' in read) {
    const [first] = read.refusals;
    const reason = first ? { ...first, ...first.said }.what : say('it is no quantity of this kind.');
    throw unusable(change, reason, example);
  }
  const { quantity } = read;
  const { form } = quantity.spread;
  if (singles.includes(entry.name) && (form === 'family' || form === 'unknown')) {
    throw unusable(change, say('one number is needed here.'), example);
  }
  const reason = isShare(entry.name)
    ? outsideShare(quantity, change, openShares.includes(entry.name))
    : undefined;
  if (reason) throw unusable(change, reason, example);
  if (!singles.includes(entry.name)) distribution(quantity, change);
  return {
    ...entry,
    value: byPreset((each) => (preset === undefined || each === preset ? quantity : entry.value[each])),
    citation: change.citation ?? entry.citation,
    place: change.place ? `${change.place.file}:${change.place.line}` : '--set',
  };
}

const tooMuch = say('a share is at most 1.');

/** Whether a parameter of the world model is a share of a whole. */
export const isShare = (name: ParameterName): boolean => openShares.includes(name) || shares.includes(name);

/** Why a quantity is no share of a whole; undefined where it is one. */
function outsideShare(quantity: Quantity, change: Change, open: boolean): Message | undefined {
  const spread = toSI(quantity);
  if (spread.form === 'exact') return spread.value > 1 ? tooMuch : undefined;
  if (spread.form === 'interval') {
    if (spread.high > 1) return tooMuch;
    const onEnds = open && (spread.low <= 0 || spread.high >= 1);
    return onEnds ? say('its ends lie between 0 and 1, not on them.') : undefined;
  }
  if (spread.form === 'bound' || spread.form === 'unknown') return undefined;
  const [low, high] = distribution(quantity, change).support;
  return low < 0 || high > 1 ? say('it may fall outside 0 to 1.') : undefined;
}

/** A pool in place of the estimates: spread by a hundredth where one number is given. */
function poolOf(change: Change): Distribution {
  const amount = amountOf(change);
  return amount.atoms ? lognormal(log(amount.mean), 0.01) : amount;
}

/** A positive count. */
function amountOf(change: Change): Distribution {
  const example = say('Write it like `{example}`.', { example: '60k to 700k' });
  let quantity: Quantity;
  try {
    quantity = parseQuantity(change.text, {});
  } catch (thrown) {
    throw retold(thrown, change);
  }
  const amount = distribution(quantity, change);
  if (!(amount.support[0] >= 0 && amount.mean > 0))
    throw unusable(change, say('it is not above zero.'), example);
  return amount;
}

/** In SI; what it cannot be is told in the unit it was written in. */
function distribution(quantity: Quantity, change: Change): Distribution {
  try {
    distributionOf(quantity.spread);
    return distributionOf(toSI(quantity));
  } catch (thrown) {
    throw retold(thrown, change);
  }
}

/** The first fault of a quantity as a fault of the change. */
function retold(thrown: unknown, change: Change): unknown {
  if (!(thrown instanceof SandtableError)) return thrown;
  const { what, fix } = wordsOf(thrown.faults[0]!);
  return unusable(change, what, fix);
}

function unusable(change: Change, reason: Words, fix: Words): SandtableError {
  const what = say('{change} cannot be used: {reason}', { change: written(change), reason });
  return new SandtableError(error('ST-A005', what, fix, change.place && { place: change.place }));
}

function written({ path, text, place }: Change): string {
  return place ? `\`${path}: ${text}\`` : `\`--set ${path}=${text}\``;
}

/** What is never lit ends on paper, as a building site, or as a shell: the first two shares leave room for the third. */
function unlitFaults(parameters: WorldParameters, known: WorldParameters): Fault[] {
  const names = ['unlitPaper', 'unlitConstruction'] as const;
  if (names.every((name) => parameters.get(name) === known.get(name))) return [];
  const values = names.map((name) => parameters.get(name)!.value.neutral);
  if (values.reduce((sum, value) => sum + exactValue(value), 0) <= 1) return [];
  const [one, other] = values.map(({ text }) => text);
  const what = say(
    '`world.unlitPaper` and `world.unlitConstruction` come to more than 1: {one} and {other}.',
    {
      one: one!,
      other: other!,
    },
  );
  return [error('ST-A005', what, say('Make them smaller: what they leave is the share of empty shells.'))];
}

function unknownPath(change: Change, dossier: Dossier): Fault {
  const known = [
    ...parameterNames.map((name) => `world.${name}`),
    'pool',
    ...dossier.sites.map(({ id }) => `sites.${id}.accelerators`),
    ...new Set(dossier.evidence.map(({ origin }) => `origins.${origin}.reliability`)),
  ];
  const names = say('{names} and more', { names: known.slice(0, 8).join(', ') });
  const fix = didYouMean(change.path, known) ?? say('Known are {names}.', { names });
  const what = say('There is no parameter `{path}`.', { path: change.path });
  return error('ST-A004', what, fix, change.place && { place: change.place });
}
