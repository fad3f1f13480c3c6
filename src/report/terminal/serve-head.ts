import type { EngineKind } from '../../serving/constants.ts';
import type { ServingAnswer } from '../../serving/serve.ts';
import type { Strings } from '../strings/strings.ts';
import { bothEnds, type Page, paragraph, words } from './page.ts';

/** A time to wait, in milliseconds below ten seconds. */
export const wait = (s: Strings, seconds: number): string =>
  seconds < 10 ? s.serve.milliseconds(words(s, 1000 * seconds)) : s.seconds(words(s, seconds));

/** What was asked, and what the answer takes for granted. */
export function head(answer: ServingAnswer, on: Page): string[] {
  const { model, group, load } = answer;
  const { strings: s, style } = on;
  const t = s.serve;
  const hit = s.percent(words(s, 100 * (load.prefixHit ?? 0), 2));
  const lines = [
    t.parameters(s.brief(model.total), s.brief(model.active)),
    t.load(words(s, load.inputTokens, 6), words(s, load.outputTokens, 6), hit),
    targetWords(answer, s),
    softwareWords(answer, s),
  ];
  return [
    ...bothEnds(`  ${style.strong(model.name)}`, `${words(s, group.count, 6)} x ${group.name}`, on),
    ...lines.flatMap((line) => paragraph(line, on, 2)).map(style.quiet),
  ];
}

/** The limits that an answer keeps, and for how many requests. */
export function targetWords({ target, most }: Pick<ServingAnswer, 'target' | 'most'>, s: Strings): string {
  const t = s.serve;
  const limits = [
    ...(target.tpot === undefined ? [] : [t.tpotWithin(wait(s, target.tpot))]),
    ...(target.ttft === undefined ? [] : [t.ttftWithin(wait(s, target.ttft))]),
  ];
  return limits.length > 0 ? t.target(percentile(most), limits.join(s.comma)) : t.noTarget;
}

/** Of how many of a hundred requests a load speaks. */
export const percentile = (most: ServingAnswer['most']): string => most?.percentile.slice(1) ?? '';

/** Engines as their makers write them. */
const engineNames: Readonly<Record<Exclude<EngineKind, 'own'>, string>> = {
  trtllm: 'TensorRT-LLM',
  tensorrt: 'TensorRT',
  vllm: 'vLLM',
  sglang: 'SGLang',
};

/** An engine as its maker writes it. */
export function engineName(engine: EngineKind, { serve }: Strings): string {
  return engine === 'own' ? serve.ownEngine : engineNames[engine];
}

/** The month in which a point of time lies that is given as a year: 9 of 2025.71. */
export const monthOf = (year: number): number => 1 + Math.floor(12 * (year % 1));

/** Whose engine runs and of when, in what formats, how evenly experts are asked, and how many tokens are guessed. */
export function softwareWords({ best, precision, model }: ServingAnswer, s: Strings): string {
  const t = s.serve;
  const { engine, year, balance, guessed, accepted, formats } = best.placement;
  const eight = precision === 'int8' ? 'INT8' : 'FP8';
  const said = (format: string) => (format === 'fp8' ? eight : format.toUpperCase());
  const dense = model.total === model.active;
  const rest = said(formats.mixer);
  const weights =
    dense || formats.experts === formats.mixer ? t.weightsIn(rest) : t.expertsIn(said(formats.experts), rest);
  return [
    t.engineOf(engineName(engine, s), Math.floor(year), monthOf(year)),
    weights,
    t.cacheIn(words(s, 8 * formats.cache, 3)),
    ...(dense ? [] : [t.balance[balance]]),
    ...(guessed > 0 ? [t.guesses(words(s, guessed), s.percent(words(s, 100 * accepted, 2)))] : []),
  ].join(s.comma);
}
