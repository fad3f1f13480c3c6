import { join } from 'node:path';
import { ENGINE_VERSION } from '../assessment/plan.ts';
import type { House } from '../server/house.ts';
import { answerOf } from './answer.ts';
import { answersIn } from './answers.ts';
import type { Engine } from './engine.ts';
import { shippedRoot } from './shelf.ts';

/** What the server stands on: the library, a working folder, and the dossier to begin with. */
export function houseOf(cwd: string, engine: Engine, first: string): House {
  return {
    version: engine.version,
    engine: ENGINE_VERSION,
    data: engine.data,
    homes: () => engine.places(cwd),
    read: engine.draft,
    answers: answersIn(cwd, engine),
    make: (id, wishes) =>
      answerOf({ command: 'new', arguments: [id], options: { yes: true, ...wishes } }, { cwd, engine }),
    app: join(shippedRoot, 'dist', 'web'),
    first,
  };
}
