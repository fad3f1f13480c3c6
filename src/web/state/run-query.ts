import type { Query } from '../api.ts';
import type { State } from './state.ts';

/** What decides a run, as the query of any address that answers about it. */
export function runQuery({
  t,
  prior,
  drop,
  set,
  seed,
}: Pick<State, 't' | 'prior' | 'drop' | 'set' | 'seed'>): Query {
  return {
    prior,
    ...(t !== '' && { asOf: t }),
    drop,
    set: Object.entries(set).map(([path, value]) => `${path}=${value}`),
    ...(seed !== null && { seed }),
  };
}
