import { dossierDigest } from '../dossier/digest.ts';
import { dossierFiles } from '../dossier/folder.ts';
import type { Answer, Question } from '../server/answers.ts';
import { lineOf } from './answer.ts';
import { builtFolder, builtVerdict } from './built.ts';
import type { Engine } from './engine.ts';
import { keep } from './store.ts';

/** The question that an app begins with: a verdict with nothing imagined. */
export function firstQuestion(id: string): Question {
  return { command: 'assess', arguments: [id], options: { format: 'json' } };
}

/**
 * What the build answered to the question that an app begins with, kept in the working folder as every run is.
 *
 * @param question without options that say what is so anyway
 * @returns undefined for another question, and where the dossier, the data or this copy are not those of the build
 */
export function builtAnswer(
  question: Question,
  { cwd, engine, built = builtFolder }: { cwd: string; engine: Engine; built?: string },
): Answer | undefined {
  const [id = ''] = question.arguments;
  if (lineOf(question).join(' ') !== lineOf(firstQuestion(id)).join(' ')) return undefined;
  const place = engine.places(cwd).find((one) => one.id === id);
  if (!place) return undefined;
  const { files, faults } = dossierFiles(place.folder);
  if (faults.length > 0) return undefined;
  const ofNow = { dossier: dossierDigest(files), data: engine.data().digest, version: engine.version };
  const text = builtVerdict(id, ofNow, built);
  if (text === undefined) return undefined;
  keep({ reference: id, assessment: JSON.parse(text) }, { cwd });
  return { text, faults: [], code: 0 };
}
