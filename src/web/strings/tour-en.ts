/** The tour, in English. */
export const tourEn = {
  tour: 'Tour',
  tourDone: 'That is all. Press ? for every key.',
  tourSteps: [
    ['Toggle the prior', 'Choose “sceptic”: does the evidence overrule the prior?'],
    [
      'Leave one source out',
      'Under “What moved this most”, untick the first item, and see the answer move. By keys: j, then x.',
    ],
    [
      'Draw a world',
      'Press “Draw a world”, or space where no box has the focus: one coherent world that fits the evidence.',
    ],
    [
      'Open a source',
      'Choose an item to read it in the original and in translation. By keys: j, then Enter.',
    ],
    ['Copy the citation', 'Press c, and copy: the run id goes with it.'],
  ] as readonly (readonly [string, string])[],
  /** Which item the second step means. */
  tourItem: (says: string) => `The first item: ${says}`,
  tourNow: (n: number, of: number) => `Step ${n} of ${of}`,
  skipTour: 'End the tour',
};
