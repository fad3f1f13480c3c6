import { type Fault, SandtableError } from '../errors/fault.ts';
import { both, say } from '../errors/message.ts';
import type { TrainingQuestion } from '../training/answer.ts';
import { parseFleet } from '../training/fleet.ts';
import type { TrainingKnowledge } from '../training/knowledge.ts';
import type { Precision } from '../training/machine.ts';
import type { Cooperation, Wan } from '../training/sites.ts';
import type { Hosted } from '../training/software.ts';
import { inUnit } from '../units/convert.ts';
import { parseQuantity } from '../units/parse.ts';
import { type Context, refuse } from './context.ts';
import { modelOption } from './model-option.ts';
import { shown } from './options.ts';
import { planOption } from './plan-option.ts';
import { regionOption } from './region-option.ts';

/** What `train` asks, as commander hands it over: text. */
export interface WrittenQuestion {
  chips: string;
  plan?: string;
  tokens?: string;
  batch?: string;
  sequence?: string;
  precision?: Precision;
  year?: string;
  sites?: string;
  wan?: string;
  latency?: string;
  cooperation?: Cooperation;
  region?: string;
  host?: Hosted;
}

/**
 * Reads what `train` asks.
 *
 * @throws SandtableError with everything that cannot be read, at once
 */
export function trainQuestion(
  name: string,
  written: WrittenQuestion,
  { knowledge, context }: { knowledge: TrainingKnowledge; context: Context },
): TrainingQuestion {
  const { training, models, site, catalogue } = knowledge;
  const faults: Fault[] = [];
  const read = gathering(faults);
  const given = <T>(text: string | undefined, of: (text: string) => T): T | undefined =>
    text === undefined ? undefined : read(() => of(text));
  const model = read(() => modelOption(name, models, context));
  const groups = read(() => parseFleet(written.chips, training.machines, catalogue));
  const plan = given(written.plan, planOption);
  const { precision: planned, ...degrees } = plan ?? {};
  const precision = written.precision ?? planned;
  const batch = given(written.batch, (text) => count('--batch', text, 1e9));
  const sequence = given(written.sequence, (text) => count('--sequence', text, 1e9));
  const tokens = given(written.tokens, (text) => count('--tokens', text, 1e18));
  const year = given(written.year, yearOf);
  const wan = wanOf(written, read);
  const region = given(written.region, (text) => regionOption(text, [...site.regions.keys()]));
  if (plan && written.host !== undefined) read(() => hostTwice(written.host!));
  if (faults.length > 0) throw new SandtableError(faults);
  return {
    model: model!,
    groups: groups!,
    ...(plan && { plan: { ...degrees, ...(precision && { precision }) }, exact: true }),
    ...(precision && { precision }),
    ...(written.host !== undefined && { host: written.host }),
    ...(batch !== undefined && { batch }),
    ...(sequence !== undefined && { sequence }),
    ...(year !== undefined && { year }),
    run: {
      ...(tokens !== undefined && { tokens }),
      ...(wan && { wan, cooperation: written.cooperation ?? 'diloco' }),
      ...(region !== undefined && { region }),
    },
  };
}

/** A plan that is taken as it is says itself what waits at the host. */
function hostTwice(host: Hosted): never {
  return refuse(
    'ST-X003',
    say('`--plan` takes a plan as it is, and `--host` searches for one.'),
    say('Write `host {host}` in the plan, or leave one of them out.', { host }),
  );
}

type Read = <T>(work: () => T) => T | undefined;

/** Runs a reader and keeps what it refuses, so that the next ones are read, too. */
function gathering(faults: Fault[]): Read {
  return (work) => {
    try {
      return work();
    } catch (refused) {
      if (!(refused instanceof SandtableError)) throw refused;
      faults.push(...refused.faults);
      return undefined;
    }
  };
}

function wanOf(written: WrittenQuestion, read: Read): Wan | undefined {
  const { sites, wan = '10 Gbit/s', latency = '30 ms' } = written;
  if (sites === undefined) {
    read(() => ofSites(written));
    return undefined;
  }
  const number = read(() => count('--sites', sites, 10_000));
  const bandwidth = read(() => amountIn('--wan', wan, { unit: 'B/s', example: '10 Gbit/s' }));
  const time = read(() => amountIn('--latency', latency, { unit: 's', example: '30 ms' }));
  if (number === undefined || bandwidth === undefined || time === undefined) return undefined;
  return { sites: number, bandwidth, latency: time };
}

/** Refuses what speaks of several sites where there is one. */
function ofSites({ wan, latency, cooperation }: WrittenQuestion): void {
  const given = Object.entries({ wan, latency, cooperation }).flatMap(([name, value]) =>
    value === undefined ? [] : [`\`--${name}\``],
  );
  if (given.length === 0) return;
  refuse(
    'ST-X003',
    given.length === 1
      ? say('{option} speaks of several sites, and there is one.', { option: given[0]! })
      : say('{options} speak of several sites, and there is one.', { options: both(given) }),
    say('Say how many, for example --sites 3, or leave it out.'),
  );
}

function amountIn(
  option: string,
  text: string,
  { unit, example }: { unit: string; example: string },
): number {
  const faults: Fault[] = [];
  const quantity = gathering(faults)(() => inUnit(parseQuantity(text), unit));
  if (quantity?.spread.form === 'exact' && quantity.spread.value > 0) return quantity.spread.value;
  const [first] = faults;
  const code = first?.code ?? 'ST-X003';
  return refuse(
    code,
    say('`{text}` is not one amount above zero.', { text: `${option} ${shown(text)}` }),
    say('Write for example {example}.', { example: `${option} '${example}'` }),
  );
}

const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 };
const examples: Readonly<Record<string, string>> = {
  '--tokens': '14.8T',
  '--batch': '15360',
  '--sequence': '4096',
  '--sites': '3',
};

/** A count as people write it: 15360, 15,360, 16M, 14.8T; a fraction of one is refused. */
export function count(option: string, text: string, most: number): number {
  const [, digits = '', suffix = ''] =
    /^(\d[\d_]*(?:\.\d+)?(?:e\d+)?|\d{1,3}(?:,\d{3})+)\s*([kKmMbBgGtT]?)$/.exec(text.trim()) ?? [];
  const number = digits === '' ? Number.NaN : Number(digits.replaceAll(/[_,]/g, ''));
  if (suffix === '' && Number.isFinite(number) && number > 0 && !Number.isInteger(number)) {
    return refuse(
      'ST-T006',
      say('`{text}` is no whole number, and without a letter it counts single ones.', {
        text: `${option} ${shown(text)}`,
      }),
      option === '--tokens'
        ? say('Write {trillions} for million millions, or {billions} for thousand millions.', {
            trillions: `${option} ${number}T`,
            billions: `${number}B`,
          })
        : say('Write for example {whole}, or {thousands} for thousands.', {
            whole: `${option} ${Math.ceil(number)}`,
            thousands: `${number}k`,
          }),
    );
  }
  const value = Math.round(number * scales[suffix.toLowerCase()]!);
  if (value >= 1 && value <= most) return value;
  return refuse(
    'ST-T006',
    say('`{text}` is not a whole number from {least} to {most}.', {
      text: `${option} ${shown(text)}`,
      least: 1,
      most: most.toExponential(0).replace('+', ''),
    }),
    say('Write for example {example}.', { example: `${option} ${examples[option]}` }),
  );
}

function yearOf(text: string): number {
  const value = Number(text);
  if (value >= 2018 && value <= 2035) return value;
  return refuse(
    'ST-X003',
    say('`--year {text}` is not a year of software from 2018 to 2035.', { text: shown(text) }),
    say('Write for example {example}.', { example: '--year 2025.5' }),
  );
}
