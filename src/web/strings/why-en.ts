/** The why drawer, in English. */
export const whyEn = {
  why: 'Why this number',
  whyOf: (what: string) => `Why: ${what}`,
  whyLoading: 'Tracing the number to its sources',
  asWhatIf: 'Try another value',
  tryValue: 'Try it',
  takeBackIt: 'Take it back',
  notKnown: 'not known',
};
