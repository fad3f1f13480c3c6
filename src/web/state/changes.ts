import { presets } from '../../assessment/assessment.ts';
import { initial, type State } from './state.ts';

/** The state of another run: the link's run and the world that was drawn are not its own. */
export function decided(
  state: State,
  change: Partial<Pick<State, 't' | 'prior' | 'drop' | 'set' | 'seed'>>,
): State {
  return { ...state, ...change, run: '', world: null };
}

/** The item is left out, or taken back in. */
export function toggled(state: State, item: string): State {
  const drop = state.drop.includes(item) ? state.drop.filter((one) => one !== item) : [...state.drop, item];
  return decided(state, { drop: drop.sort() });
}

/** The next of the three priors. */
export function nextPrior(state: State): State {
  const at = presets.indexOf(state.prior);
  return decided(state, { prior: presets[(at + 1) % presets.length]! });
}

/** Sets a parameter; takes the change back where there is no value. */
export function withSetting(state: State, path: string, value: string): State {
  const { [path]: _, ...others } = state.set;
  return decided(state, { set: value === '' ? others : { ...others, [path]: value } });
}

/** Nothing imagined any more. */
export function plain(state: State): State {
  const { t, prior, drop, set, seed } = initial;
  return decided(state, { t, prior, drop, set, seed });
}

/** For another dossier: nothing of this one, under the same prior. */
export function elsewhere(state: State): State {
  const { q, why, pick, year } = initial;
  return { ...plain(state), prior: state.prior, q, why, pick, year };
}

/** The next of the worlds of this run, the first where none is shown. */
export const nextWorld = (state: State): State => ({ ...state, world: (state.world ?? 0) + 1 });

/** A figure is shown as a table, or as a picture again. */
export function asTable(state: State, figure: string): State {
  const { table } = state;
  return {
    ...state,
    table: table.includes(figure) ? table.filter((one) => one !== figure) : [...table, figure].sort(),
  };
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
