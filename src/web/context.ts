import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Strings } from '../report/strings/strings.ts';
import type { Place, State } from './state/state.ts';
import type { Go } from './state/use-address.ts';
import type { RunView } from './state/use-run.ts';
import type { Words } from './strings/en.ts';

/** What every part of the app can reach. */
export interface App {
  place: Place;
  state: State;
  go: Go;
  /** What the app says, and what the reports say. */
  w: Words;
  s: Strings;
  theme: 'light' | 'dark';
  run: RunView;
  /** Counts up with every change of the dossier's files on disk. */
  changes: number;
  /** Opens the drawer for a quantity or question of the hub. */
  why(id: string): void;
  /** Chosen item of the list on the screen, for the keys j, k and x. */
  chosen: string;
  choose(id: string): void;
  /** Tells the tour that a step was done. */
  did(step: number): void;
  cite(): void;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('A part of the app stands outside of it.');
  return app;
}
