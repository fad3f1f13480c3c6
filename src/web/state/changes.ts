import { presets } from '../../assessment/assessment.ts';
import { initial, type State } from './state.ts';

/** The item is left out, or taken back in. */
export function toggled(state: State, item: string): State {
  const drop = state.drop.includes(item) ? state.drop.filter((one) => one !== item) : [...state.drop, item];
  return { ...state, drop: drop.sort(), run: '' };
}

/** The next of the three priors. */
export function nextPrior(state: State): State {
  const at = presets.indexOf(state.prior);
  return { ...state, prior: presets[(at + 1) % presets.length]!, run: '' };
}

/** Sets a parameter; takes the change back where there is no value. */
export function withSetting(state: State, path: string, value: string): State {
  const { [path]: _, ...others } = state.set;
  return { ...state, set: value === '' ? others : { ...others, [path]: value }, run: '' };
}

/** Nothing imagined any more. */
export function plain(state: State): State {
  const { t, prior, drop, set, seed, run } = initial;
  return { ...state, t, prior, drop, set, seed, run };
}

/** How many changes were made to the run of the dossier as it stands; the prior is counted apart. */
export function changes({ drop, set, seed, t }: State): number {
  return drop.length + Object.keys(set).length + (seed === null ? 0 : 1) + (t === '' ? 0 : 1);
}

/** `2026-11` and so many months on. */
export function monthsOn(date: string, months: number): string {
  const [year, month = 1] = date.split('-').map(Number) as [number, number?];
  const count = year * 12 + (month - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
