import { bare } from '../chips/find.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Architecture } from './architecture.ts';
import type { Models } from './parse.ts';

/** Finds a model by id, alias or name, in any case; undefined where there is none. */
export function findModel(models: Models, name: string): Architecture | undefined {
  const wanted = bare(name);
  return (
    models.get(wanted) ??
    [...models.values()].find((one) => [one.name, ...one.aliases].some((known) => bare(known) === wanted))
  );
}

/** Like `findModel`; throws SandtableError ST-M003 with what was perhaps meant. */
export function requireModel(models: Models, name: string): Architecture {
  const model = findModel(models, name);
  if (model) return model;
  const known = [...models.values()].flatMap(({ id, aliases }) => [id, ...aliases]);
  const fix =
    didYouMean(bare(name), known) ??
    say('Write an id of data/models, such as llama-3.1-405b, or the path of a Hugging Face config.json.');
  throw new SandtableError(error('ST-M003', say('The model `{name}` is not known.', { name }), fix));
}
