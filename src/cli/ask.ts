import { cancel, intro, isCancel, outro, text } from '@clack/prompts';
import type { Scaffold } from './scaffold.ts';

const questions: Readonly<Record<keyof Scaffold, string>> = {
  id: 'Id of the dossier (the folder name)',
  name: 'Name of the hub',
  region: 'Region it lies in (an id)',
  accelerators: 'How many accelerators are claimed',
  asOf: 'Newest date the evidence covers',
};

/**
 * Asks on the terminal for what the command line left open.
 *
 * @returns the answers, or null where the user cancelled
 */
export async function askFor(
  suggestions: Scaffold,
  { asked }: { asked: Partial<Record<keyof Scaffold, boolean>> },
): Promise<Scaffold | null> {
  const answers = { ...suggestions };
  intro('A new dossier');
  for (const key of Object.keys(questions) as (keyof Scaffold)[]) {
    if (!asked[key]) continue;
    const answer = await text({
      message: questions[key],
      placeholder: suggestions[key],
      defaultValue: suggestions[key],
    });
    if (isCancel(answer)) {
      cancel('Nothing was written.');
      return null;
    }
    answers[key] = answer;
  }
  outro(answers.id);
  return answers;
}
