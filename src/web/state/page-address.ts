import { addressOf } from '../api.ts';
import { runQuery } from './run-query.ts';
import { initial, type Place, queryOf, type State, stateOf } from './state.ts';

/** Where the server writes a screen as one page without script, and what such a file is called. */
export interface PageFile {
  address: string;
  name: string;
}

/**
 * The screen as a page to take away.
 *
 * @returns null where there is nothing yet: a comparison of less than two runs
 */
export function pageFile(
  place: Place,
  state: State,
  look: { language: 'en' | 'zh-CN'; theme: 'light' | 'dark' },
): PageFile | null {
  if (place.at === 'compare') {
    if (state.a === '' || state.b === '') return null;
    const sides = [side(state.a), side(state.b)];
    return { address: addressOf(['diff', ...sides], { format: 'html', ...look }), name: fileName('compare') };
  }
  if (place.at === 'library') {
    const query = { embed: 'library', prior: state.prior, ...look };
    return { address: addressOf(['export'], query, ''), name: fileName('library') };
  }
  const { dossier, screen } = place;
  const query = { embed: screen, ...runQuery(state), ...look };
  return { address: addressOf(['export', dossier], query, ''), name: fileName(dossier, screen) };
}

/** A side of a comparison with what decides its run, and nothing else of its link. */
function side(text: string): string {
  const [dossier = '', query = ''] = text.split('?');
  const { t, prior, drop, set, seed } = stateOf(query);
  return dossier + queryOf({ ...initial, t, prior, drop, set, seed });
}

const fileName = (...parts: string[]) => `${['sandtable', ...parts].join('-')}.html`;
