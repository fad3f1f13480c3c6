/** Chips and controls, in English. */
export const chipsEn = {
  chipsLead: 'What each chip is under the rules, for China, on the date of the timeline.',
  chipsChosen: 'Chips shown through time',
  addChip: 'Add a chip',
  chipName: 'Name of a chip, such as H20',
  rulesHead: 'Instruments',
  noAdvice: 'No legal advice.',
  worthHead: 'What the hub would then be worth',
  worthLead:
    'The largest training run in 90 days, with the chips inferred, and if all of them were one legal or domestic chip.',
  swaps: {
    'largest-run': 'chips as inferred',
    'largest-run-h20': 'all H20',
    'largest-run-ascend': 'all Ascend 910B2',
  } as Record<string, string>,
  layersHead: 'Layer by layer',
  noFinding: 'nothing found',
  met: { yes: 'met', no: 'not met', open: 'not to be decided' },
  rulesShown: (n: number) => `All ${n} instruments`,
  rulesLater: (n: number) => `${n} after the date of the timeline, in grey`,
  findRule: 'Find an instrument',
};
