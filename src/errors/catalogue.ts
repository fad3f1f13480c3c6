import { assessmentCodes } from './catalogue/assessment.ts';
import { chipCodes } from './catalogue/chips.ts';
import { commandCodes } from './catalogue/command.ts';
import { controlCodes } from './catalogue/controls.ts';
import { dossierCodes } from './catalogue/dossier.ts';
import { installedCodes } from './catalogue/installed.ts';
import { modelCodes } from './catalogue/models.ts';
import { serverCodes } from './catalogue/server.ts';
import { siteCodes } from './catalogue/site.ts';
import { sourceCodes } from './catalogue/sources.ts';
import { statsCodes } from './catalogue/stats.ts';
import { supplyCodes } from './catalogue/supply.ts';
import { trainingCodes } from './catalogue/training.ts';
import { unitCodes } from './catalogue/units.ts';

/** What `sandtable explain CODE` prints. */
export interface Explanation {
  /** Title, as short as a headline. */
  title: string;
  /** What it means and why Sandtable refuses or warns. */
  why: string;
  /** What to do, with an example of right input. */
  fix: string;
}

/** Every code that Sandtable ever prints; a code keeps its meaning for good. */
export const catalogue = {
  ...commandCodes,
  ...unitCodes,
  ...statsCodes,
  ...sourceCodes,
  ...chipCodes,
  ...controlCodes,
  ...modelCodes,
  ...dossierCodes,
  ...siteCodes,
  ...supplyCodes,
  ...trainingCodes,
  ...installedCodes,
  ...assessmentCodes,
  ...serverCodes,
} satisfies Record<string, Explanation>;

export type Code = keyof typeof catalogue;
