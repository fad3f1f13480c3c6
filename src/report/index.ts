/**
 * Answers as text and figures: screens, briefs, tables, SVG, in every language. Imported as `sandtable/report`.
 *
 * @module
 */
export { assessmentCsv } from './csv/assessment.ts';
export { reachCsv } from './csv/reach.ts';
export { replayCsv } from './csv/replay.ts';
export { trainCsv } from './csv/train.ts';
export type { Difference } from './difference.ts';
export { difference } from './difference.ts';
export { dotplotFigure } from './figures/dotplot.ts';
export { evidenceFigure } from './figures/evidence.ts';
export { replayFigure } from './figures/replay.ts';
export { siteFigure } from './figures/site.ts';
export { brief } from './markdown/brief.ts';
export { languages } from './strings/strings.ts';
export { reachScreen } from './terminal/reach.ts';
export { replayScreen } from './terminal/replay.ts';
export { screen } from './terminal/screen.ts';
export { siteScreen } from './terminal/site.ts';
export { trainScreen } from './terminal/train.ts';
export { whyScreen } from './terminal/why.ts';
