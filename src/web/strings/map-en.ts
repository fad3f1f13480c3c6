/** The map, in English. */
export const mapEn = {
  walkSites:
    'Arrow keys walk the sites from west to east; a press on a mark chooses it; a frame drawn over several, or their boxes, narrows the map to them.',
  pickedSites: (n: number, all: number) => `${n} of ${all} sites`,
  pickSite: (name: string) => `Narrow the map: ${name}`,
  allSites: 'All sites',
  measureGroup: 'What rings and wedges measure',
};
