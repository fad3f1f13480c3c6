import { resolve } from 'node:path';
import type { Assessment } from '../../assessment/assessment.ts';
import { defaults } from '../../assessment/run-defaults.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { error, type Fault } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { blocksFor } from '../../installed/infer.ts';
import { matrix } from '../../report/terminal/evidence.ts';
import { page } from '../../report/terminal/page.ts';
import { screen } from '../../report/terminal/screen.ts';
import { type Context, opened, pageFor, refuse, type Shown } from '../context.ts';
import type { RunOptions } from '../engine.ts';
import { type ExitCode, exitCodeOf, exitCodes } from '../exit-code.ts';
import { expectations, unmet } from '../expectation.ts';
import type { assessFigures, assessFormats } from '../formats.ts';
import { runOptions, shardOption, type WrittenOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { showFaults } from '../show-faults.ts';
import { checkOutput, keep, writeWhole } from '../store.ts';
import { systemError } from '../system-error.ts';

export type Format = (typeof assessFormats)[number];

export interface AssessOptions extends WrittenOptions, Shown {
  format?: Format;
  figure?: (typeof assessFigures)[number];
  theme?: 'light' | 'dark';
  matrix?: boolean;
  expect?: readonly string[];
  output?: string;
}

/** `sandtable assess`: the verdict, as a screen on a terminal and as JSON elsewhere. */
export async function assessVerb(
  reference: string,
  options: AssessOptions,
  context: Context,
): Promise<ExitCode> {
  const { effects } = context;
  const start = effects.seconds();
  const run = runOptions(options);
  const expected = expectations(options.expect);
  checkOutput(options.output, effects);
  const dossier = await opened(reference, context);
  if (options.shard) return writeShard(dossier, run, { ...options, reference }, context);
  const assessment = await assessed(dossier, run, context);
  const seconds = effects.seconds() - start;
  emit(await written(assessment, { ...options, seconds }, context), options, context);
  keep({ reference, assessment }, effects);
  const faults = [...expected.flatMap((one) => unmet(one, assessment) ?? []), ...poor(assessment)];
  if (faults.length > 0) showFaults(faults, effects);
  return exitCodeOf(faults);
}

/** Runs a dossier with a progress line. */
export async function assessed(
  dossier: Dossier,
  run: RunOptions,
  { effects, engine }: Context,
): Promise<Assessment> {
  const line = progress('drawing worlds', effects);
  try {
    return await engine.assess(dossier, run, line.watch);
  } finally {
    line.done();
  }
}

/** The form a result takes: what was asked for, else a screen for people and JSON for programs. */
export function formatOf<T extends string>(
  asked: T | undefined,
  plain: boolean | undefined,
  context: Context,
): T | 'screen' | 'json' {
  return asked ?? (plain || context.effects.terminal.stdout ? 'screen' : 'json');
}

/** The answer in the form asked for; what few forms need is loaded for them alone. */
async function written(
  a: Assessment,
  options: AssessOptions & { seconds: number },
  context: Context,
): Promise<string> {
  const shown = pageFor(context, options);
  const { strings } = shown;
  switch (formatOf(options.format, options.plain || options.matrix, context)) {
    case 'screen':
      if (options.matrix) return `\n${matrix(a, page(shown)).join('\n')}\n`;
      return screen(a, { ...shown, seconds: options.seconds });
    case 'json':
      return `${JSON.stringify(a, null, 2)}\n`;
    case 'md':
      return (await import('../../report/markdown/brief.ts')).brief(a, strings);
    case 'csv':
      return (await import('../../report/csv/assessment.ts')).assessmentCsv(a, strings);
    case 'svg': {
      const { drawnOf } = await import('../assess-figure.ts');
      return drawnOf(a, options.figure ?? 'dots', { options: { strings, theme: options.theme }, context });
    }
  }
}

/** To the file asked for, else to standard output. */
export function emit(text: string, { output }: { output?: string }, { effects }: Context): void {
  if (output === undefined) {
    effects.stdout(text);
    return;
  }
  try {
    writeWhole(resolve(effects.cwd, output), text);
  } catch (problem) {
    refuse(
      'ST-X014',
      say('`{path}` cannot be written: {reason}.', { path: output, reason: systemError(problem) }),
      say('Check the path.'),
    );
  }
}

/** The fault of a run that did not converge. */
export function poor(a: Assessment): Fault[] {
  if (a.diagnostics.state !== 'poor') return [];
  const { ess, pareto, paretoLimit } = a.diagnostics;
  const what = say(
    'The run {id} did not converge: effective sample size {ess}, Pareto k {pareto} (limit {limit}).',
    { id: a.run.id, ess: Math.round(ess), pareto: pareto.toFixed(2), limit: paretoLimit },
  );
  return [error('ST-X011', what, say('Try --draws {draws}.', { draws: a.run.draws * 4 }))];
}

async function writeShard(
  dossier: Dossier,
  run: RunOptions,
  options: AssessOptions & { reference: string },
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  const part = shardOption(options.shard!);
  const output = options.output ?? `${dossier.id}-${part.part}-of-${part.count}.shard`;
  const draws = run.draws ?? defaults.draws;
  const blocks = blocksFor(draws);
  if (part.count > blocks) {
    const what =
      blocks === 1
        ? say('A run of {draws} draws is made in at most 1 part.', { draws })
        : say('A run of {draws} draws is made in at most {blocks} parts.', { draws, blocks });
    refuse('ST-X003', what, say('Write --shard 1/{blocks}, or ask for more draws.', { blocks }));
  }
  checkOutput(output, effects);
  const bytes = await engine.shard(dossier, run, part, options.reference);
  writeWhole(resolve(effects.cwd, output), bytes);
  effects.stderr(
    `wrote ${output}; when all are there: sandtable merge ${dossier.id}-*-of-${part.count}.shard\n`,
  );
  return exitCodes.done;
}
