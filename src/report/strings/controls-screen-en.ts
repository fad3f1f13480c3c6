import type { RulesKnown, RulesState } from '../../controls/known-rules.ts';

/** What the terminal says of rules and chips, and the app does not. */
export const controlsScreenEn = {
  rulesState: {
    known: () => '',
    'carried-forward': ({ to }) => `by rules known to ${to}, carried forward`,
    'not-searched': ({ from }) => `by rules from ${from} on; earlier ones not searched for`,
  } as Record<RulesState, (known: RulesKnown) => string>,
  rulesStateWhy: {
    known: () => '',
    'carried-forward': ({ to }) => `what came after ${to} is not known here; not known is not unchanged`,
    'not-searched': ({ from }) => `rules before ${from} were not searched for; what they asked is unknown`,
  } as Record<RulesState, (known: RulesKnown) => string>,
  asKnown: (asOf: string): string => `as one could know on ${asOf}: what became public later is left out`,
  knownWhy:
    'The text of such a letter is not public: its limits are those that press or law firms tell. "Text read" below is said of the filing or notice that tells of the letter.',
  suchAs: (country: string): string => `a country that the rules name, such as ${country}`,
  statusHead: (item: string, to: string, on: string): string => `${item} to ${to} on ${on}`,
  withFigures: (figures: string): string => `with ${figures} instead of what the catalogue says`,
  shippedFrom: (from: string): string => `from ${from}`,
  flagOnly: 'a flag to look into, no finding: the letter binds another maker',
  timelineHead: (item: string, to: string): string => `${item} to ${to} through time`,
  spanHead: 'days',
  answerHead: 'answer',
  ruleHead: 'rule',
  chinaHead: 'China',
  chipsHead: (n: number, all: number): string => `${n === all ? all : `${n} of ${all}`} chips, by maker`,
  chipHead: 'chip',
  makerHead: 'maker',
  madeFor: (country: string): string => `made for ${country}`,
  interconnect: 'interconnect',
  /** Where, through which channel and for what a price was quoted, as the data have it. */
  quoted: (word: string): string => word,
  releasedHead: 'released',
  flagHead: 'flag',
  flagLegend:
    "A: a vendor's page or two sources · B: one source · C: reported, conflicting or estimated · K: recalled",
  figureHead: 'figure',
  valueHead: 'value',
  sourceHead: 'source',
  pricesHead: 'prices',
  systemsHead: 'in systems',
  anotherMaker: 'another',
  noneMatch: (filter: string): string => `No chip matches "${filter}".`,
  allRulesHead: (n: number): string => `${n} instruments`,
  judgedDay: '(day judged)',
  replacedBy: 'replaced by',
  notLaw: 'not in force',
};
