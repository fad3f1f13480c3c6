import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { eighty } from '../training/spread.ts';
import type { FamilyFactors } from './constants.ts';

/** What is measured or asked of an engine, as far as its errors differ. */
export type Setting = 'offline' | 'service' | 'phase';

/**
 * How far a predicted rate may be off: measured out of sample on published rates, by kind of model and setting; wider for
 * families of chips that nobody has published a rate of, and where the bandwidth is assumed.
 *
 * @returns standard deviation of the logarithm, the class it was measured on, and whether the record does not reach there
 */
export function spreadOf(
  { model, machine, setting }: { model: Architecture; machine: Machine; setting: Setting },
  {
    intervals,
    families,
  }: {
    intervals: Readonly<Record<string, number>>;
    families: Readonly<Record<string, FamilyFactors | undefined>>;
  },
): { sd: number; class: string; extrapolated: boolean } {
  const experts = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts');
  const kind = experts ? 'experts' : 'dense';
  const known = recorded.includes(machine.family) && families[machine.family] !== undefined;
  const name = !known ? `none-${kind}` : setting === 'phase' ? 'phase' : `${kind}-${setting}`;
  const measured = intervals[name] ?? intervals.none ?? 0.5;
  return { sd: Math.hypot(measured, machine.assumed ?? 0), class: name, extrapolated: !known };
}

/**
 * How far an answer may be off: as wide as measured, under limits on latency no narrower than without; judged where of the family
 * of chips only single phases of a service have been published, reading or writing by itself.
 *
 * @param limited whether requests must keep limits on latency
 * @param apart whether reading and writing are on different chips, which was published as single phases: no surer than of these
 */
export function answerSpread(
  {
    limited,
    apart = false,
    ...of
  }: { model: Architecture; machine: Machine; limited: boolean; apart?: boolean },
  { intervals, families }: Parameters<typeof spreadOf>[1],
): ReturnType<typeof spreadOf> {
  const whole = phasesOnly.includes(of.machine.family)
    ? { ...families, [of.machine.family]: undefined }
    : families;
  const settings: Setting[] = [
    'offline',
    ...(limited ? ['service' as const] : []),
    ...(apart ? ['phase' as const] : []),
  ];
  const known = settings.map((setting) => spreadOf({ ...of, setting }, { intervals, families: whole }));
  return { ...known.at(-1)!, sd: Math.max(...known.map(({ sd }) => sd)) };
}

/** Families of chips of which only reading or writing by itself has been published, no service as a whole. */
export const phasesOnly: readonly string[] = ['h20', 'h800', 'ascend'];

/** Families of chips with published rates enough to measure errors on. */
export const recorded: readonly string[] = [
  'h100',
  'h200',
  'h800',
  'h20',
  'b200',
  'gb200',
  'gb300',
  'ascend',
  'amd',
  'mi325',
  'ada',
  'workstation',
];

/** The middle 80 % of a rate, log-normal around its prediction. */
export function middleOf(value: number, sd: number): { low: number; high: number } {
  return { low: value * Math.exp(-eighty * sd), high: value * Math.exp(eighty * sd) };
}
