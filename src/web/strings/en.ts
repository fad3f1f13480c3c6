import { capabilityEn } from './capability-en.ts';
import { chipsEn } from './chips-en.ts';
import { compareEn } from './compare-en.ts';
import { editEn } from './edit-en.ts';
import { evidenceEn } from './evidence-en.ts';
import { figureEn } from './figure-en.ts';
import { libraryEn } from './library-en.ts';
import { mapEn } from './map-en.ts';
import { runEn } from './run-en.ts';
import { shellEn } from './shell-en.ts';
import { sitesEn } from './sites-en.ts';
import { sourcesEn } from './sources-en.ts';
import { timelineEn } from './timeline-en.ts';
import { tourEn } from './tour-en.ts';
import { verdictEn } from './verdict-en.ts';
import { whatIfEn } from './what-if-en.ts';
import { whyEn } from './why-en.ts';

/** Everything the app says beside what `report/strings` says, in English: a file a screen or part; the other languages have its type. */
export const en = {
  ...shellEn,
  ...runEn,
  ...libraryEn,
  ...whatIfEn,
  ...verdictEn,
  ...figureEn,
  ...whyEn,
  ...timelineEn,
  ...evidenceEn,
  ...sitesEn,
  ...mapEn,
  ...chipsEn,
  ...capabilityEn,
  ...sourcesEn,
  ...compareEn,
  ...editEn,
  ...tourEn,
};

export type Words = typeof en;
