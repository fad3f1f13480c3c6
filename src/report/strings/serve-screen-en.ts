/** What the terminal says of it, and the app does not. */
export const serveScreenEn = {
  eighty: '8 in 10',
  askedRequests: 'as asked',
  notKept: 'misses the target',
  timeHead: 'where a step goes',
  apartFirst: (percent: string, time: string): string =>
    `${percent} of 100 requests: ${time} to the first token, waiting included`,
  writes: (placement: string, rate: string, batch: string): string =>
    `write: ${placement}, ${rate} tokens a second a chip, batches of ${batch}`,
  frontHead: 'faster for each reader, or more for all',
  frontNote: (counted: string): string => `${counted} placements with a batch looked at`,
};
