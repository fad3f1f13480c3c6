export const workloadCodes = {
  'ST-W001': {
    title: 'A section of the workloads is missing',
    why: 'What is asked of models, by whom and from where is needed whole; a part left out would count as nothing.',
    fix: 'Add what the message names to a file of data/workloads, or restore the file from the package.',
  },
  'ST-W002': {
    title: 'A load does not fit its mean',
    why: 'The hours of a load are given over their mean, so that they must have a mean of 1.',
    fix: 'Divide the 24 numbers by their mean.',
  },
} as const;
