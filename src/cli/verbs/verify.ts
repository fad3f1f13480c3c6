import type { Assessment } from '../../assessment/assessment.ts';
import { error, SandtableError } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { difference } from '../../report/difference.ts';
import { type Context, flagship, opened, refuse } from '../context.ts';
import { differingFigures } from '../differing-figures.ts';
import type { RunOptions } from '../engine.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { runOptions, shown, type WrittenOptions } from '../options.ts';
import { findRun, type Kept, kept } from '../store.ts';
import { assessed } from './assess.ts';

/** `sandtable verify`: makes a run again and compares it bit for bit. */
export async function verifyVerb(
  reference: string,
  dossierReference: string | undefined,
  options: WrittenOptions & { format?: 'text' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { effects } = context;
  const asked = runOptions(options);
  const bare = dossierReference !== undefined || Object.keys(asked).some((key) => key !== 'workers');
  const before = bare ? kept(reference, effects) : findRun(reference, effects);
  const dossier = await opened(dossierReference ?? before?.reference ?? flagship, context);
  const again = await assessed(dossier, before ? { ...recipe(before), ...asked } : asked, context);
  const id = before?.assessment.run.id ?? reference;
  if (again.run.id !== id) throw new SandtableError(differs(id, again, before?.assessment));
  if (before && again.run.columnsDigest !== before.assessment.run.columnsDigest) {
    throw new SandtableError(
      error(
        'ST-X008',
        say('{id} has the same inputs but other draws here.', { id }),
        say('Please report it: the same inputs must give the same draws.'),
      ),
    );
  }
  if (before) checkFigures(before, again);
  const { columnsDigest } = again.run;
  const json = { run: id, reproduced: true, columnsDigest };
  effects.stdout(
    options.format === 'json'
      ? `${JSON.stringify(json, null, 2)}\n`
      : `${id} reproduced: same inputs, same draws (${columnsDigest.slice(0, 16)})${before ? ', same figures' : ''}.\n`,
  );
  return exitCodes.done;
}

/** Draws may be the same and the file's figures still not those that follow from them: somebody wrote in it. */
function checkFigures({ assessment }: Kept, again: Assessment): void {
  const found = differingFigures(assessment, JSON.parse(JSON.stringify(again)));
  if (found.length === 0) return;
  const shownFirst = found
    .slice(0, 3)
    .map(({ path, before }) => `${path} (${shown(JSON.stringify(before) ?? 'nothing')})`)
    .join(', ');
  const rest = found.length - 3;
  refuse(
    'ST-X021',
    found.length === 1
      ? say("The file's {figure} is not what the run gives.", { figure: shownFirst })
      : say("The file's {figures} are not what the run gives.", {
          figures: rest > 0 ? say('{names} and {rest} more', { names: shownFirst, rest }) : shownFirst,
        }),
    say('Take the figures that `sandtable assess` prints for this run, and ask whoever sent the file.'),
  );
}

function recipe({ assessment: { run } }: Kept): RunOptions {
  const { asOf, prior, drop, set, seed, draws } = run;
  return { asOf, prior, drop, set, seed, draws };
}

function differs(id: string, again: Assessment, before: Assessment | undefined) {
  const causes = before
    ? difference(before, again).causes.map(({ what, before: p, after: q }) => `${what} ${p} → ${q}`)
    : [];
  const ids = { made: again.run.id, asked: id };
  const what =
    causes.length > 0
      ? say('This is {made}, not {asked}. Different are: {causes}.', { ...ids, causes: causes.join('; ') })
      : say('This is {made}, not {asked}.', ids);
  const fix = before
    ? say('Check out the version of dossier and data that the run was made with.')
    : say('Give the options of the run as well: prior, as-of date, drop, set, seed, draws.');
  return error('ST-X008', what, fix);
}
