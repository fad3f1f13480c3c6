import type { Fleet } from '../../assessment/hub-reach.ts';

/** What Sandtable says about whom a hub could serve, in English. */
export const reachEn = {
  title: 'Whom could it serve?',
  basis: (model: string, pace: string): string =>
    `${model} in eight bits, a token every ${pace} for each user; tokens read and written`,
  fleet: {
    claimed: 'the claimed fleet',
    inferred: 'what runs, as inferred',
    h20: 'as many H20',
    ascend: 'as many Ascend 910B2',
  } satisfies Record<Fleet, string>,
  tokens: 'tokens a day',
  written: 'of them written',
  chatUsers: 'people who only chat',
  allUsers: 'people who use agents too',
  answering: 'answers at once, busiest hour',
  shareHead: (fleet: string): string => `share of what is asked for: ${fleet}`,
  asked: 'tokens asked for a day',
  share: 'share',
  reported: (date: string): string => `reported for ${date}`,
  estimated: 'estimated from users of chat services',
  times: (n: string): string => `${n} times`,
  costHead: 'a million tokens, read and written',
  chipDay: 'tokens a chip and day',
  money: 'yuan',
  energy: 'kWh at the meter',
  citiesHead: (place: string): string => `there and back from ${place} over fibre`,
  distance: 'as the crow flies',
  bound: 'bound of light',
  expected: 'expected',
  km: (n: string): string => `${n} km`,
  ms: (n: string): string => `${n} ms`,
  note: 'Middle 90 % in brackets. A fleet is sized for its busiest hour; what is idle at night serves nobody else. Who uses agents and programs uses several times the tokens of one who chats, so the same tokens serve fewer of them.',
};
