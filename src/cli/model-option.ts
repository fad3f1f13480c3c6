import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../errors/message.ts';
import type { Architecture } from '../models/architecture.ts';
import { requireModel } from '../models/find.ts';
import { readHuggingFace } from '../models/hugging-face.ts';
import type { Models } from '../models/parse.ts';
import { type Context, refuse } from './context.ts';
import { shown } from './options.ts';
import { showFaults } from './show-faults.ts';

/** A model by its name, or by the path of a config.json, of which warnings are shown. */
export function modelOption(name: string, models: Models, { effects }: Context): Architecture {
  const path = resolve(effects.cwd, name);
  if (!/\.json$/.test(name)) return requireModel(models, name);
  if (!existsSync(path)) {
    refuse(
      'ST-M003',
      say('There is no file `{name}`.', { name: shown(name) }),
      say('Check the path of the config.json.'),
    );
  }
  const { model, warnings } = readHuggingFace(readFileSync(path, 'utf8'), name);
  if (warnings.length > 0) showFaults(warnings, effects);
  return model;
}
