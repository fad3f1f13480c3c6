export const trainingCodes = {
  'ST-T001': {
    title: 'A section of the training data is missing',
    why: 'The training model needs every constant; one left out would count as zero.',
    fix: 'Add what the message names to a file of data/training, or restore the file from the package.',
  },
  'ST-T002': {
    title: 'A chip or family of the training data is not described',
    why: 'Peaks, memory and links are looked up by chip and family.',
    fix: 'Describe the chip in data/chips or under `more`, the family under `families`, or correct the name.',
  },
  'ST-T003': {
    title: 'Too little is published of a chip',
    why: 'Without a rate, memory and the bandwidth of memory beside the die nothing can be computed for it, and none of them is guessed.',
    fix: 'Choose a chip of which these are known, for example `--chips 64xh20`; `sandtable chip ID` shows what is known of one.',
  },
  'ST-T004': {
    title: 'A degree of parallelism is impossible',
    why: 'Chips, layers, heads, experts and sequences can only be split into whole parts.',
    fix: 'Choose degrees that divide what they split; the message names the nearest ones.',
  },
  'ST-T005': {
    title: 'The batch cannot be divided',
    why: 'Every copy of the model must get the same whole number of micro-batches.',
    fix: 'Choose a batch that is a multiple of micro-batch times copies.',
  },
  'ST-T006': {
    title: 'A size is out of range',
    why: 'Chips, tokens, batches and sequences are whole numbers of at least 1; the message says up to what.',
    fix: 'Correct the number, for example `--chips 2048xh800-sxm --batch 15360 --sequence 4096`.',
  },
  'ST-T007': {
    title: 'No plan fits the memory of the chips',
    why: 'Every plan of the space needs more memory than a chip has; the message says how much and what would help most.',
    fix: 'Add chips, lower the batch or sequence, or choose chips with more memory.',
  },
  'ST-T008': {
    title: 'A list of chips or sites cannot be read',
    why: 'Chips are written as a count, an x and the id of a chip; several kinds are joined by commas.',
    fix: 'Write for example `--chips 2048xh800-sxm` or `--chips 1024xh100-sxm5,512xa100-80`.',
  },
  'ST-T009': {
    title: 'A chip cannot train in that format',
    why: 'Products of a format that a chip lacks run in a wider one: training gains nothing by it. Only compilers of TPUs train in eight-bit integers.',
    fix: 'Write a format that the chip has, or leave out `--precision`: the narrowest of eight bits or more that it has is the default.',
  },
} as const;
