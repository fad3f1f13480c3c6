/** Priors and changes, in English. */
export const whatIfEn = {
  prior: 'Prior',
  priorWhy: {
    sceptic: 'expects announcements to come late, small and without the chips they name',
    neutral: 'as the known hubs fared',
    believer: 'expects what is approved to be built, and chips to find their way',
  },
  ruler: (facts: { sceptic: string; neutral: string; believer: string }) =>
    `Probability under each prior: sceptic ${facts.sceptic}, neutral ${facts.neutral}, believer ${facts.believer}.`,
  whatIf: 'What if',
  noChanges: 'Nothing is changed. Leave an item out, or set a figure.',
  reset: 'Take all changes back',
  setFigure: 'Set a figure',
  figurePath: 'Figure',
  figureValue: 'Value, as people write it: 20%, 60k to 700k, 12 to 30 months',
  figureNow: 'now',
  apply: 'Set',
  without: (item: string) => `without: ${item}`,
  takeBack: (what: string) => `Take back: ${what}`,
};
