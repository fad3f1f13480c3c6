import type { Precision } from '../../dossier/dossier.ts';
import { titleOf } from './title-of.ts';

/** The sites and the site card, in English. */
export const sitesEn = {
  sitesLead: (n: number) =>
    `${n} sites in the claim. A strip is twenty possible worlds; the ring is the claim.`,
  context: 'outside the claim',
  stage: 'stage',
  inferredMark: 'inferred',
  compute: 'compute lit',
  load: 'IT load',
  place: 'Place',
  /** `operator: Nyocor`, `stage (inferred)`. */
  pair: (of: string, is: string) => `${of}: ${is}`,
  marked: (of: string, mark: string) => `${of} (${mark})`,
  /** A region by its id, written as a name. */
  region: titleOf,
  precisions: {
    building: 'a building',
    town: 'a town',
    county: 'a county',
    prefecture: 'a prefecture',
    province: 'a province',
  } as Record<Precision, string>,
  precision: (word: string) => `as sharp as the source: ${word}`,
  noPlace: 'Not located: no source says where.',
  siteReport: 'Power and climate',
  siteReportOf: (chips: string) => `With what is claimed here: ${chips}.`,
  siteReportLoad: 'Run this place through a year of weather',
  siteReportWait: 'Running this place through a year of weather',
  siteCard: 'Site card',
  notLocated: 'Not located',
  bestGrade: 'best grade',
  outsideClaim: 'Outside the claim: how such projects fare nearby',
  operator: 'Operator, as published',
  noOperator: 'Operator: not known, no publication names one.',
  speaksFor: (n: number) => `${n} for`,
  speaksAgainst: (n: number) => `${n} against`,
  silent: (n: number) => `${n} silent`,
  silentNote: 'moves the question by less than 5 %',
  forQuestion: (question: string) => `for or against: ${question}`,
  siteKinds: {
    chain: 'power chain',
    load: 'load',
    pue: 'PUE',
    temperature: 'air',
    power: 'own power',
    energy: 'energy',
  },
};
