export { assess, assessmentOf } from './assessment/assess.ts';
export type {
  Assessment,
  ByPreset,
  Estimate,
  Hypothesis,
  ItemResult,
  LikelihoodWord,
  LookResult,
  Preset,
  Question,
  SiteResult,
} from './assessment/assessment.ts';
export { hypotheses, presets } from './assessment/assessment.ts';
export type { HubReach } from './assessment/hub-reach.ts';
export { hubReach } from './assessment/hub-reach.ts';
export type { World } from './assessment/knowledge.ts';
export { parseWorldData } from './assessment/knowledge.ts';
export type { AssessOptions, Plan } from './assessment/plan.ts';
export { planRun } from './assessment/plan.ts';
export type { Trace } from './assessment/trace.ts';
export { explain } from './assessment/why.ts';
export type { Chip } from './chips/chip.ts';
export { findChip } from './chips/find.ts';
export type { Controls, Instrument } from './controls/instrument.ts';
export type { Item } from './controls/item.ts';
export { describeItem, itemOf } from './controls/item.ts';
export type { StatusQuery } from './controls/query.ts';
export type { Status } from './controls/status.ts';
export { status } from './controls/status.ts';
export type { Span } from './controls/timeline.ts';
export { timeline } from './controls/timeline.ts';
export type { Claim, Dossier, Evidence, Site } from './dossier/dossier.ts';
export { dossierIds, loadData } from './dossier/folder.ts';
export { checkDossier, loadDossier } from './dossier/load.ts';
export { parseDossier } from './dossier/parse.ts';
export { catalogue } from './errors/catalogue.ts';
export type { Fault, Place } from './errors/fault.ts';
export { SandtableError } from './errors/fault.ts';
export { infer } from './installed/infer.ts';
export type { Architecture } from './models/architecture.ts';
export { requireModel } from './models/find.ts';
export { readHuggingFace } from './models/hugging-face.ts';
export { parametersOf } from './models/parameters.ts';
export { renderFaults } from './report/terminal/faults.ts';
export type { ServingEngine } from './serving/engine.ts';
export type { ServingKnowledge } from './serving/knowledge.ts';
export { parseServingKnowledge } from './serving/knowledge.ts';
export type { RequestShape } from './serving/requests.ts';
export type { ServingAnswer, ServingQuestion } from './serving/serve.ts';
export { answerServing } from './serving/serve.ts';
export type { Layout, ServiceReport } from './serving/simulate.ts';
export { simulateService } from './serving/simulate.ts';
export type { Climate } from './site/climate.ts';
export { parseEpw } from './site/epw.ts';
export { generateWeather } from './site/generator.ts';
export type { Grounds } from './site/grounds.ts';
export { parseGrounds } from './site/grounds.ts';
export type { SiteReport, SiteWish } from './site/site-report.ts';
export { siteReport } from './site/site-report.ts';
export type { SiteYear } from './site/site-year.ts';
export { siteYear } from './site/site-year.ts';
export type { Weather } from './site/weather.ts';
export { cite } from './sources/cite.ts';
export type { Basis, Grade, Localised, Source } from './sources/source.ts';
export type { TrainingAnswer, TrainingQuestion } from './training/answer.ts';
export { answerTraining } from './training/answer.ts';
export { parseFleet } from './training/fleet.ts';
export type { TrainingKnowledge } from './training/knowledge.ts';
export { parseTrainingKnowledge } from './training/knowledge.ts';
export { convert } from './units/convert.ts';
export { formatQuantity } from './units/format.ts';
export { parseQuantity } from './units/parse.ts';
export type { Quantity, Spread } from './units/quantity.ts';
