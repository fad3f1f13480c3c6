export const siteCodes = {
  'ST-P001': {
    title: 'The shares of the plants do not add up to 1',
    why: "A region's PUE is mixed from the cooling plants it builds; what is missing or double would shift it.",
    fix: 'Correct the shares so that they add up to 1.',
  },
  'ST-P002': {
    title: 'A cooling plant is not known',
    why: 'The PUE of a region is mixed from plants that are described in the same file.',
    fix: 'Correct the id, or describe the plant under `plants`.',
  },
  'ST-P003': {
    title: 'A section of the site data is missing',
    why: 'The way from servers to the meter needs every step; a step left out would count as free.',
    fix: 'Add the section the message names to a file of data/site, or restore the file from the package.',
  },
  'ST-P004': {
    title: 'The unit of a limit does not fit its kind',
    why: 'A feed is stated in MW or MVA, a floor area in m2 or mu, a budget in money; anything else cannot be turned into accelerators.',
    fix: 'Correct the unit or the kind: { kind: feed, amount: 300 MVA }.',
  },
} as const;
