import { told } from '../../errors/told.ts';
import { englishWords } from '../../report/terminal/faults.ts';
import { type Context, opened } from '../context.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { showFaults } from '../show-faults.ts';

/** `sandtable check`: every fault of a dossier, nothing computed. */
export async function checkVerb(
  references: readonly string[],
  options: { format?: 'screen' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  const { translation } = effects;
  const words = translation?.words ?? englishWords;
  const option = translation ? ` --language ${translation.tag}` : '';
  const results = [];
  for (const reference of references) {
    const { dossier, faults } = await engine.check(reference, effects.cwd);
    if (faults.some(({ code }) => code === 'ST-D002')) await opened(reference, context);
    results.push({ reference, dossier, faults });
  }
  if (options.format === 'json') {
    const rows = results.map(({ reference, faults }) => ({
      dossier: reference,
      faults: told(faults, translation),
    }));
    effects.stdout(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    for (const { reference, dossier, faults } of results) {
      if (faults.length > 0) showFaults(faults, effects);
      if (dossier) {
        const { id, sites, evidence, sources } = dossier;
        const counts = { id, sites: sites.length, items: evidence.length, sources: sources.size };
        effects.stdout(`${words.sound({ ...counts, next: `sandtable assess ${reference}${option}` })}\n`);
      }
    }
  }
  return exitCodeOf(results.flatMap(({ faults }) => faults));
}
