export const unitCodes = {
  'ST-U001': {
    title: 'This is not a quantity',
    why: 'Sandtable reads a number, an interval, a bound or a named distribution, with its unit.',
    fix: 'Write 600 MW, 20k to 40k, 3 (2.5..4) MW, over 115k, beta(2, 8) or unknown.',
  },
  'ST-U002': {
    title: 'A quantity is longer than 200 characters',
    why: 'A quantity is one number with its spread and unit; longer text is a sentence that holds one.',
    fix: 'Keep the number and unit, and move the sentence to `text` or `note`.',
  },
  'ST-U003': {
    title: 'A number can be read in two ways',
    why: 'A comma separates thousands and a point separates decimals; 1,5 and 1.234.567 follow another convention.',
    fix: 'Write 1.5 for one and a half, 1,234,567 or 1234567 for over a million.',
  },
  'ST-U004': {
    title: 'A number is too large or too small to compute with',
    why: 'Beyond about 1e308, and closer to zero than about 1e-308, a number is lost in rounding.',
    fix: 'Check the exponent: 2.8e26 is 2.8 followed by 26 digits.',
  },
  'ST-U005': {
    title: 'A unit is not known',
    why: 'Only units in the table of units are understood; upper and lower case differ, as m (metre) and M (mega).',
    fix: 'Use a unit of the reference page on units, such as MW, P, m2, CNY, GB or h.',
  },
  'ST-U006': {
    title: 'A figure has no unit',
    why: 'A number alone does not say what it counts: 300 can be MW or MVA, and Sandtable will not guess.',
    fix: 'Write the unit after the number: 300 MVA.',
  },
  'ST-U007': {
    title: 'A figure has a unit of another kind',
    why: 'A length cannot stand where a power is expected, and a sum, an interval or a conversion needs one kind.',
    fix: 'Use a unit of the kind that is expected: 600 MW for a power, 33,000 m2 for an area.',
  },
  'ST-U008': {
    title: 'Apparent power (MVA) and active power (MW) are different things',
    why: 'They differ by the power factor, which depends on the load.',
    fix: 'Keep the unit of the source, and state the power factor where a conversion is needed.',
  },
  'ST-U009': {
    title: '"P" and FLOP/s are different things',
    why: 'The P of Chinese notices is peak compute of unstated precision and sparsity: one P can be 1, 0.5 or 0.25 PFLOP/s of dense BF16.',
    fix: 'Write P where the source does not state precision and sparsity, PFLOP/s where it does.',
  },
  'ST-U010': {
    title: 'Two currencies are mixed',
    why: 'They differ by a rate that has a date and a source.',
    fix: 'Keep the currency of the source, and state the rate where a conversion is needed.',
  },
  'ST-U011': {
    title: 'An interval is upside down',
    why: 'The lower end comes first; a reversed interval is more often a slip than a habit.',
    fix: 'Write the smaller number first: 20k to 40k.',
  },
  'ST-U012': {
    title: 'The best estimate is outside its interval',
    why: 'In 3 (2.5..4) the 3 is the median, so it lies between the 5 % point (2.5) and the 95 % point (4).',
    fix: 'Write low < best < high: 3 (2.5..4).',
  },
  'ST-U013': {
    title: 'It is not clear what a thousand, million or billion belongs to',
    why: '20 to 40k can start at 20 or at 20,000; 7B can be billions or bytes; 300K can be thousands or kelvin.',
    fix: 'Write it on both ends (20k to 40k), or in words (7 billion, 300 thousand).',
  },
  'ST-U014': {
    title: 'A figure is below zero where nothing is',
    why: 'Power, compute, area, mass, data and time cannot be negative, and no temperature is below 0 K (-273.15 °C).',
    fix: 'Check the sign; a hyphen before a number counts as a minus.',
  },
  'ST-U015': {
    title: 'A named distribution is not complete',
    why: 'Each family has a fixed number of arguments, in a fixed order and range.',
    fix: 'Write beta(2, 8), normal(mean, sd), lognormal(mu, sigma), gamma(shape, scale), uniform(low, high) or triangular(low, mode, high).',
  },
  'ST-U016': {
    title: 'A figure is said to be rough, but not how rough',
    why: '"About 3" can be 2.9 to 3.1 or 1 to 10; the width changes every result, so it is never made up.',
    fix: 'Give the middle 90 %: ~3 (2.5..4); or leave the "about" out.',
  },
  'ST-U017': {
    title: 'Part of a quantity cannot be read',
    why: 'Everything written must count; text that is passed over could change the meaning.',
    fix: 'Keep the number, its spread and its unit; move the rest to `text` or `note`.',
  },
  'ST-U018': {
    title: 'A unit has two meanings',
    why: 'Some symbols stand for two units in common use, and the difference is large.',
    fix: 'Use the symbol that has one meaning, as the message proposes.',
  },
} as const;
