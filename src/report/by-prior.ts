import { presets, type Question } from '../assessment/assessment.ts';
import { percent } from './amount.ts';
import type { Strings } from './strings/strings.ts';

/** `sceptic <1 %`, `neutral 2 %`, `believer 9 %`: no answer travels with one prior alone. */
export const byPrior = ({ byPreset }: Pick<Question, 'byPreset'>, s: Strings): string[] =>
  presets.map((preset) => `${s.preset[preset]} ${percent(byPreset[preset], s)}`);
