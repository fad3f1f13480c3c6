import type { ComponentType } from 'preact';
import type { Screen } from '../state/state.ts';
import { CapabilityScreen } from './capability.tsx';
import { ChipsScreen } from './chips.tsx';
import { EditScreen } from './edit.tsx';
import { EvidenceScreen } from './evidence.tsx';
import { MapScreen } from './map.tsx';
import { SitesScreen } from './sites.tsx';
import { SourcesScreen } from './sources.tsx';
import { VerdictScreen } from './verdict.tsx';

/** Every screen of a dossier. */
export const screenOf: Readonly<Record<Screen, ComponentType>> = {
  verdict: VerdictScreen,
  map: MapScreen,
  sites: SitesScreen,
  evidence: EvidenceScreen,
  chips: ChipsScreen,
  capability: CapabilityScreen,
  sources: SourcesScreen,
  edit: EditScreen,
};
