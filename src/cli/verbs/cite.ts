import { say } from '../../errors/message.ts';
import { citedRun } from '../../report/cited-run.ts';
import { verifyCommand } from '../../report/run-edits.ts';
import { type CitationStyle, cite } from '../../sources/cite.ts';
import { type Context, opened, refuse } from '../context.ts';
import type { RunOptions } from '../engine.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { runOptions, shown, type WrittenOptions } from '../options.ts';
import { showFaults } from '../show-faults.ts';
import { findRun, isRunId, type Kept, keep } from '../store.ts';
import { assessed, poor } from './assess.ts';

/** `sandtable cite`: a citation of the run, what it changed against its dossier, and the command that verifies it. */
export async function citeVerb(
  reference: string,
  options: WrittenOptions & { style: CitationStyle; format?: 'text' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { effects } = context;
  const run = runOptions(options);
  const isRun = isRunId(reference) || reference.endsWith('.json');
  const cited = isRun ? keptRun(reference, run, context) : await made(reference, run, context);
  const { assessment: a } = cited;
  const { style, format } = options;
  const verify = verifyCommand(a, cited.reference);
  const citation = cite(citedRun(a), style, { id: a.run.id, verify }).trimEnd();
  const json = { run: a.run.id, style, citation, verify };
  effects.stdout(`${format === 'json' ? JSON.stringify(json, null, 2) : citation}\n`);
  const faults = poor(a);
  if (faults.length > 0) showFaults(faults, effects);
  return exitCodeOf(faults);
}

/** A run of this folder, or of a file, as it was made. */
function keptRun(id: string, asked: RunOptions, { effects }: Context): Kept {
  const [option] = Object.keys(asked).filter((key) => key !== 'workers');
  if (option !== undefined) {
    const what = say('`{id}` was made with options of its own; others would make another run.', {
      id: shown(id),
    });
    refuse('ST-X003', what, say('Give the dossier in place of the run id, and all options.'));
  }
  return findRun(id, effects);
}

/** A run made now, and kept as `assess` keeps it. */
async function made(reference: string, run: RunOptions, context: Context): Promise<Kept> {
  const assessment = await assessed(await opened(reference, context), run, context);
  keep({ reference, assessment }, context.effects);
  return { reference, assessment };
}
