/**
 * Mean wait of an M/G/1 queue, first come first served.
 *
 * W = lambda E[S^2] / (2 (1 - rho)), rho = lambda E[S] (Pollaczek 1930, Khinchine 1932)
 *
 * @param rate lambda [1/s]
 * @param service mean E[S] [s] and standard deviation over mean of the time of service
 * @returns s; Infinity where work comes faster than it is done
 */
export function meanWait(rate: number, { mean, spread }: { mean: number; spread: number }): number {
  const load = rate * mean;
  if (!(load < 1)) return Infinity;
  return (rate * mean * mean * (1 + spread * spread)) / (2 * (1 - load));
}

/** What comes and what serves it. */
export interface Station {
  /** Arrivals a second, and standard deviation over mean of the time between them. */
  rate: number;
  gapSpread: number;
  /** Mean time of service [s], and standard deviation over mean of it. */
  service: number;
  serviceSpread: number;
  servers: number;
}

/** Terms of a sum beyond which nothing that a number can hold is added. */
const negligible = 1e-17;

/**
 * Probability that all servers are busy (Erlang C), from that of a system without a queue (Erlang B):
 *
 * 1 / B = 1 + c/a + c (c - 1) / a^2 + ..., C = B / (1 - (1 - B) a / c)
 *
 * Terms grow while there are more servers than load, and then vanish: of many servers some square roots of their number count.
 *
 * @param load a, rate times service, below `servers`
 * @param servers c
 */
export function chanceToWait(load: number, servers: number): number {
  if (load >= servers) return 1;
  let [sum, term] = [1, 1];
  for (let n = servers; n > 0 && term > negligible * sum && term < 1 / negligible; n--) {
    term *= n / load;
    sum += term;
  }
  return 1 / (1 + (sum - 1) * (1 - load / servers));
}

/**
 * Mean wait of a G/G/c queue: exact for M/G/1 and M/M/c, an approximation else.
 *
 * W = C(c, a) S / (c - a) x (c_a^2 + c_s^2) / 2 (Allen and Cunneen; Kingman 1961 for one server)
 *
 * @returns s; Infinity where work comes faster than it is done
 */
export function queueWait({ rate, gapSpread, service, serviceSpread, servers }: Station): number {
  const load = rate * service;
  if (!(load < servers)) return Infinity;
  const spread = (gapSpread ** 2 + serviceSpread ** 2) / 2;
  return (chanceToWait(load, servers) * service * spread) / (servers - load);
}

/**
 * Waits of requests in a first-come-first-served queue of equal servers, each request by itself.
 *
 * With one server this is Lindley's recursion (1952); with several, each takes the server that is free first (Kiefer and
 * Wolfowitz 1955).
 *
 * @param arrival ascending [s]
 * @param service of each request [s]
 * @returns s
 */
export function waits(arrival: Float64Array, service: Float64Array, servers = 1): Float64Array {
  const free = new Float64Array(servers);
  const out = new Float64Array(arrival.length);
  for (let i = 0; i < arrival.length; i++) {
    let first = 0;
    for (let s = 1; s < servers; s++) if (free[s]! < free[first]!) first = s;
    const start = Math.max(arrival[i]!, free[first]!);
    out[i] = start - arrival[i]!;
    free[first] = start + service[i]!;
  }
  return out;
}
