/** Of how many requests of a hundred something is told. */
export const percentiles = ['p50', 'p90', 'p95', 'p99'] as const;

/** Waits as their users see them: median, 90th, 95th and 99th percentile [s]. */
export type Percentiles = Record<(typeof percentiles)[number], number>;
