import { catalogue, type Explanation } from '../../errors/catalogue.ts';
import { say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { englishWords } from '../../report/terminal/faults.ts';
import { wrap } from '../../report/terminal/text.ts';
import { type Context, refuse } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { shown } from '../options.ts';

/** `sandtable explain`: what an error code means and what to do; all codes without one. */
export async function explainVerb(
  code: string | undefined,
  { format }: { format?: 'text' | 'json' },
  { effects }: Context,
): Promise<ExitCode> {
  const { translation } = effects;
  const all: Readonly<Record<string, Explanation>> = translation?.catalogue ?? catalogue;
  const json = (value: unknown) => effects.stdout(`${JSON.stringify(value, null, 2)}\n`);
  if (code === undefined && format === 'json') {
    json(Object.entries(all).map(([id, one]) => ({ code: id, ...one })));
    return exitCodes.done;
  }
  if (code === undefined) {
    const lines = Object.entries(all).map(([id, { title }]) => `${id}  ${title}`);
    effects.stdout(`${lines.join('\n')}\n`);
    return exitCodes.done;
  }
  const written = code.toUpperCase();
  const id = written.startsWith('ST-') ? written : `ST-${written}`;
  const found = Object.hasOwn(all, id) ? all[id]! : undefined;
  if (!found) {
    const fix = didYouMean(id, Object.keys(all)) ?? say('All of them: sandtable explain');
    return refuse('ST-X006', say('There is no code `{code}`.', { code: shown(code) }), fix);
  }
  if (format === 'json') {
    json({ code: id, ...found });
    return exitCodes.done;
  }
  const width = Math.min(Math.max(effects.columns, 60), 100);
  const paragraphs = [
    `${id} · ${found.title}`,
    found.why,
    (translation?.words ?? englishWords).remedy + found.fix,
  ];
  effects.stdout(`\n${paragraphs.map((text) => wrap(text, width).join('\n')).join('\n\n')}\n`);
  return exitCodes.done;
}
