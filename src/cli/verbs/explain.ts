import { catalogue, type Explanation } from '../../errors/catalogue.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { wrap } from '../../report/terminal/text.ts';
import { type Context, refuse } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { shown } from '../options.ts';

/** `sandtable explain`: what an error code means and what to do; all codes without one. */
export async function explainVerb(code: string | undefined, { effects }: Context): Promise<ExitCode> {
  const all: Readonly<Record<string, Explanation>> = catalogue;
  if (code === undefined) {
    const lines = Object.entries(all).map(([id, { title }]) => `${id}  ${title}`);
    effects.stdout(`${lines.join('\n')}\n`);
    return exitCodes.done;
  }
  const written = code.toUpperCase();
  const id = written.startsWith('ST-') ? written : `ST-${written}`;
  const found = Object.hasOwn(all, id) ? all[id]! : undefined;
  if (!found) {
    const fix = didYouMean(id, Object.keys(all)) || 'All of them: sandtable explain';
    return refuse('ST-X006', `There is no code \`${shown(code)}\`.`, fix);
  }
  const width = Math.min(Math.max(effects.columns, 60), 100);
  const paragraphs = [`${id} · ${found.title}`, found.why, `What to do: ${found.fix}`];
  effects.stdout(`\n${paragraphs.map((text) => wrap(text, width).join('\n')).join('\n\n')}\n`);
  return exitCodes.done;
}
