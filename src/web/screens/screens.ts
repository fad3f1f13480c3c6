import type { ComponentType } from 'preact';
import type { Place, Screen } from '../state/state.ts';
import { EvidenceScreen } from './evidence.tsx';
import { LibraryScreen } from './library.tsx';
import { VerdictScreen } from './verdict.tsx';

type Loaded = Promise<ComponentType>;

/** Screens that come with the page, and those that are fetched when somebody goes there. */
const here = { verdict: VerdictScreen, evidence: EvidenceScreen, library: LibraryScreen } as const;
const fetched = () => import('./fetched.ts');
const elsewhere = {
  map: (): Loaded => import('./map.tsx').then(({ MapScreen }) => MapScreen),
  sites: (): Loaded => fetched().then(({ SitesScreen }) => SitesScreen),
  chips: (): Loaded => fetched().then(({ ChipsScreen }) => ChipsScreen),
  capability: (): Loaded => fetched().then(({ CapabilityScreen }) => CapabilityScreen),
  sources: (): Loaded => fetched().then(({ SourcesScreen }) => SourcesScreen),
  edit: (): Loaded => fetched().then(({ EditScreen }) => EditScreen),
  compare: (): Loaded => fetched().then(({ CompareScreen }) => CompareScreen),
} as const;

export type ScreenName = Screen | 'library' | 'compare';

/** The screen of a place. */
export const nameOf = (place: Place): ScreenName => (place.at === 'screen' ? place.screen : place.at);

/** A screen at once, or the promise of one. */
export function screenOf(name: ScreenName): ComponentType | Loaded {
  return name in here ? here[name as keyof typeof here] : elsewhere[name as keyof typeof elsewhere]();
}
