export const chipCodes = {
  'ST-C001': {
    title: 'A chip is not in the catalogue',
    why: 'Peak rates, power and prices are looked up by chip; a name that is not in data/chips has none of them.',
    fix: 'Write an id or an alias of the catalogue, such as h100-sxm5, or describe the chip in a file of data/chips.',
  },
  'ST-C002': {
    title: 'Two chips have the same name',
    why: 'An id or alias leads to one chip; with two, the answer would depend on the order of the files.',
    fix: 'Rename one of the two, or drop the alias from one of them.',
  },
  'ST-C003': {
    title: 'A section of the chip catalogue is missing',
    why: 'Chips need a vendor, and prices, exchange rates and the meaning of a P are needed to read budgets and notices.',
    fix: 'Add the section the message names to a file of data/chips.',
  },
  'ST-C004': {
    title: 'A number to count with is missing',
    why: 'Prices, conversions and parameters enter the arithmetic; `unknown` and one-sided bounds cannot.',
    fix: 'Write a number or a range that you would defend, such as `20k to 60k CNY`.',
  },
} as const;
