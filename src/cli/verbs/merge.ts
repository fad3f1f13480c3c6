import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../../errors/message.ts';
import { screen } from '../../report/terminal/screen.ts';
import { type Context, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { showFaults } from '../show-faults.ts';
import { keep } from '../store.ts';
import { systemError } from '../system-error.ts';
import { formatOf, poor } from './assess.ts';

/** `sandtable merge`: joins the shards of one run to its verdict. */
export async function mergeVerb(
  files: readonly string[],
  options: Shown & { format?: 'screen' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  const assessment = await engine.merge(
    files.map((file) => bytesOf(file, effects.cwd)),
    context,
  );
  const format = formatOf(options.format, options.plain, context);
  effects.stdout(
    format === 'json'
      ? `${JSON.stringify(assessment, null, 2)}\n`
      : screen(assessment, pageFor(context, options)),
  );
  keep({ reference: assessment.hub.id, assessment }, effects);
  const faults = poor(assessment);
  if (faults.length > 0) showFaults(faults, effects);
  return exitCodeOf(faults);
}

function bytesOf(file: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (problem) {
    return refuse(
      'ST-X014',
      say('{path} cannot be read: {reason}.', { path: `\`${file}\``, reason: systemError(problem) }),
      say('Check the path.'),
    );
  }
}
