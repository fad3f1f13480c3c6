import type { Citation } from '../sources/source.ts';
import type { Expected } from '../units/check.ts';
import { dimensions } from '../units/dimension.ts';
import type { Quantity } from '../units/quantity.ts';
import type { ByPreset } from './presets.ts';

/** A parameter of the world model as written: a quantity for each preset (the same where they agree). */
export interface Parameter {
  name: ParameterName;
  meaning: string;
  value: ByPreset<Quantity>;
  citation: Citation;
  /** `data/installed/world.yaml:12`, or who overrode it. */
  place: string;
}

const share: Expected = {};
const duration: Expected = dimensions.time;

/** Dimension that each parameter of the world model must have. */
export const parameterDimensions = {
  realisation: share,
  contextRealisation: share,
  namedShare: share,
  poolShare: share,
  fullShare: share,
  partialFill: share,
  fullFill: share,
  unlitPaper: share,
  unlitConstruction: share,
  early: duration,
  promise: duration,
  lagConstruction: duration,
  lagShell: duration,
  lagLit: duration,
  ramp: duration,
  firstBlock: duration,
  pace: share,
} as const;

export type ParameterName = keyof typeof parameterDimensions;
export const parameterNames = Object.keys(parameterDimensions) as ParameterName[];
export type WorldParameters = ReadonlyMap<ParameterName, Parameter>;
