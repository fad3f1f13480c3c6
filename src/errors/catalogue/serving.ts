export const servingCodes = {
  'ST-V001': {
    title: 'A section of the serving data is missing',
    why: 'The serving model needs every constant; one left out would count as zero.',
    fix: 'Add what the message names to a file of data/serving, or restore the file from the package.',
  },
  'ST-V002': {
    title: 'A target of a service cannot be read',
    why: 'Targets are times to the first token and between tokens; anything else would be guessed at.',
    fix: 'Write for example `--slo tpot=50ms` or `--slo ttft=2s,tpot=50ms`.',
  },
  'ST-V003': {
    title: 'No placement fits the memory of the chips',
    why: 'Weights and the cache of one sequence need more memory than the chips of every placement have.',
    fix: 'Add chips, choose chips with more memory, ask for shorter requests, or for narrower weights where the message names them.',
  },
  'ST-V004': {
    title: 'No placement meets the target',
    why: 'Even a trickle of requests takes longer between tokens, or to the first token, than was asked for.',
    fix: 'Allow more time, or choose faster chips; the message names the shortest time that can be met.',
  },
  'ST-V005': {
    title: 'A size of a load is out of range',
    why: 'Prompts and answers are from one token to ten million, shares from 0 to 1, engines from one chip upwards.',
    fix: 'Correct the number, for example `--input 4096 --output-tokens 1024 --hit 0.5`.',
  },
  'ST-V006': {
    title: 'A kind of traffic is not known',
    why: 'How requests come decides how long they wait; a guess would promise too much.',
    fix: 'Write a kind that the message names, for example `--traffic conversation`.',
  },
  'ST-V007': {
    title: 'What a chip costs and uses is not known',
    why: 'Money and energy of tokens need a price and the power of the chip; neither is guessed.',
    fix: 'Choose a chip of `sandtable chips`, or ask for `--figure energy` where only the price is missing.',
  },
} as const;
