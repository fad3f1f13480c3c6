/** Screens that are fetched together when somebody first goes to one of them: apart, they would weigh more. */
export { CapabilityScreen } from './capability.tsx';
export { ChipsScreen } from './chips.tsx';
export { CompareScreen } from './compare.tsx';
export { EditScreen } from './edit.tsx';
export { SitesScreen } from './sites.tsx';
export { SourcesScreen } from './sources.tsx';
