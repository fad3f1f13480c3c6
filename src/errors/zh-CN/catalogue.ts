import type { Code, Explanation } from '../catalogue.ts';
import { assessmentCodesZh } from './assessment.ts';
import { chipCodesZh } from './chips.ts';
import { commandCodesZh } from './command.ts';
import { controlCodesZh } from './controls.ts';
import { dossierCodesZh } from './dossier.ts';
import { installedCodesZh } from './installed.ts';
import { modelCodesZh } from './models.ts';
import { serverCodesZh } from './server.ts';
import { servingCodesZh } from './serving.ts';
import { siteCodesZh } from './site.ts';
import { sourceCodesZh } from './sources.ts';
import { statsCodesZh } from './stats.ts';
import { supplyCodesZh } from './supply.ts';
import { trainingCodesZh } from './training.ts';
import { unitCodesZh } from './units.ts';
import { workloadCodesZh } from './workloads.ts';

/** What every code means, in simplified Chinese. */
export const catalogueZhCN: Readonly<Record<Code, Explanation>> = {
  ...commandCodesZh,
  ...unitCodesZh,
  ...statsCodesZh,
  ...sourceCodesZh,
  ...chipCodesZh,
  ...controlCodesZh,
  ...modelCodesZh,
  ...dossierCodesZh,
  ...siteCodesZh,
  ...supplyCodesZh,
  ...trainingCodesZh,
  ...servingCodesZh,
  ...workloadCodesZh,
  ...installedCodesZh,
  ...assessmentCodesZh,
  ...serverCodesZh,
};
