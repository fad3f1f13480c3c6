import { estimateService } from './closed-form.ts';
import type { ServingEngine } from './engine.ts';
import type { RequestShape } from './requests.ts';
import { type Layout, type Percentiles, simulateService } from './service.ts';

/** What users are promised: seconds to the first token and between tokens, at a percentile. */
export interface Promise_ {
  ttft: number;
  tpot: number;
  percentile: keyof Percentiles;
}
