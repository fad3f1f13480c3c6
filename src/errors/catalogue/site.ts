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
    why: 'A feed is stated in MW or MVA, a floor area in m2 or mu, a budget in money, water in m3 a year, fans as a count; anything else cannot be turned into accelerators.',
    fix: 'Correct the unit or the kind: { kind: feed, amount: 300 MVA }.',
  },
  'ST-P010': {
    title: 'The monthly normals of a climate contradict themselves',
    why: 'The weather generator makes every hour from twelve months; a mean outside its own extremes would bend all of them.',
    fix: 'Write twelve values, January first, with dailyMin <= temperature <= dailyMax and humidity in percent.',
  },
  'ST-P011': {
    title: 'A climate is not known',
    why: 'A site is cooled by the weather of a place; a place without normals cannot be computed, and is not guessed.',
    fix: 'Name a climate of data/regions/climates.yaml or data/published/climates.yaml, or bring a weather file: --weather FILE.epw.',
  },
  'ST-P012': {
    title: 'A weather file is not an EPW file',
    why: 'An EPW file begins with LOCATION and seven more header lines, followed by 8,760 hours of 35 fields.',
    fix: 'Check that the file is the EPW file itself, not its .stat or .ddy companion or a packed archive.',
  },
  'ST-P013': {
    title: 'A weather file has missing or doubled hours',
    why: 'A year with holes shifts every later hour against the sun, and a mean over what is left is not that of a year.',
    fix: 'Bring a whole year of 8,760 hours (8,784 with a leap day), or generate the weather from monthly normals.',
  },
  'ST-P014': {
    title: 'A weather file lacks measured values',
    why: 'Fields with the sentinel of a missing value (99.9, 999) are not weather; a few are filled from their neighbours, many are not.',
    fix: 'Bring a file with at most six missing hours in a row of temperature, humidity, wind or sunshine.',
  },
  'ST-P015': {
    title: 'A weather file is of another place',
    why: 'Its station lies too far from the site, or its pressure does not fit the altitude: the result would be about somewhere else.',
    fix: 'Bring the file of a station within 150 km and 300 m of height, or name its own place.',
  },
  'ST-P016': {
    title: 'An altitude is not possible',
    why: 'The standard atmosphere is used between -430 m, the lowest land, and 6,000 m; beyond it nothing is built.',
    fix: 'Write the altitude in metres above the sea, such as 2808 m.',
  },
  'ST-P017': {
    title: 'A cooling plant is not known',
    why: 'Four plants are modelled: air-chiller, indirect-evaporative, dry-liquid and tower-liquid, alone or blended by share of halls.',
    fix: 'Write one of them, or shares that add up to 1: indirect-evaporative=0.6,dry-liquid=0.4.',
  },
  'ST-P018': {
    title: 'A place or site is not known',
    why: 'A site is a climate of the data, or a site of a dossier written DOSSIER/SITE.',
    fix: 'Write for example sandtable site golmud, or sandtable site xinjiang-qinghai/yiwu.',
  },
} as const;
