import type { Fault } from '../errors/fault.ts';
import type { Answer, Question, Watch } from '../server/answers.ts';
import type { CommandLine } from './context.ts';
import type { Effects } from './effects.ts';
import type { Engine } from './engine.ts';

/** The command line of a question. */
export function lineOf({ command, arguments: args, options }: Question): string[] {
  const written = Object.entries(options).flatMap(([key, value]) => {
    const flag = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined) return [];
    if (typeof value === 'boolean') return value ? [flag] : [];
    return [value].flat().map((one) => `${flag}=${one}`);
  });
  return [command, ...written, '--', ...args];
}

/** Runs a command as if it were typed in a folder, and returns what it wrote and found. */
export async function answerOf(
  question: Question,
  { cwd, engine, line, watch }: { cwd: string; engine: Engine; line: CommandLine; watch?: Watch },
): Promise<Answer> {
  const faults: Fault[] = [];
  let text = '';
  const effects: Effects = {
    stdout: (part) => {
      text += part;
    },
    stderr: () => {},
    faulted: (found) => faults.push(...found),
    terminal: { stdin: false, stdout: false, stderr: false },
    columns: 100,
    env: {},
    cwd,
    seconds: () => performance.now() / 1000,
    ...(watch && { watch }),
  };
  const code = await line.run(lineOf(question), effects, engine);
  return { text, faults, code };
}
