import { join } from 'node:path';
import { ENGINE_VERSION } from '../assessment/plan.ts';
import type { House } from '../server/house.ts';
import { answerOf } from './answer.ts';
import { answersIn } from './answers.ts';
import type { Context } from './context.ts';
import { checkId, renamed, writeFolder } from './new-folder.ts';
import { shippedRoot } from './shelf.ts';

/** What the server stands on: the library, a working folder, and the dossier to begin with. */
export function houseOf(
  cwd: string,
  first: string,
  { engine, line }: Pick<Context, 'engine' | 'line'>,
): House {
  return {
    version: engine.version,
    engine: ENGINE_VERSION,
    data: () => ({ digest: engine.data().digest, compiled: engine.compiledWorld }),
    homes: () => engine.places(cwd),
    read: engine.draft,
    answers: answersIn(cwd, { engine, line }),
    make: (id, wishes) =>
      answerOf({ command: 'new', arguments: [id], options: { yes: true, ...wishes } }, { cwd, engine, line }),
    takeIn: (id, files) => {
      checkId(id);
      writeFolder(id, renamed(files, id), { cwd });
    },
    app: join(shippedRoot, 'dist', 'web'),
    first,
  };
}
