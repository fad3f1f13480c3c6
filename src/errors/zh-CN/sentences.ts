import { assessmentSentences } from './sentences/assessment.ts';
import { commandSentences } from './sentences/command.ts';
import { controlSentences } from './sentences/controls.ts';
import { dossierSentences } from './sentences/dossier.ts';
import { modelSentences } from './sentences/models.ts';
import { serverSentences } from './sentences/server.ts';
import { siteSentences } from './sentences/site.ts';
import { sourceSentences } from './sentences/sources.ts';
import { unitSentences } from './sentences/units.ts';
import { usualSentences } from './sentences/usual.ts';

/** Sentences of faults in simplified Chinese, by the English with names in braces for what changes. */
export const sentences = {
  ...usualSentences,
  ...unitSentences,
  ...sourceSentences,
  ...dossierSentences,
  ...assessmentSentences,
  ...serverSentences,
  ...commandSentences,
  ...siteSentences,
  ...controlSentences,
  ...modelSentences,
} as const;
