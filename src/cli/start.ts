import { error } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { browse } from './browse.ts';
import type { Effects } from './effects.ts';
import { exitCodes } from './exit-code.ts';
import { library } from './library.ts';
import { run } from './run.ts';
import { showFaults } from './show-faults.ts';

const effects: Effects = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  browse,
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  terminal: {
    stdin: process.stdin.isTTY ?? false,
    stdout: process.stdout.isTTY ?? false,
    stderr: process.stderr.isTTY ?? false,
  },
  columns: process.stdout.columns || 80,
  env: process.env,
  cwd: process.cwd(),
  seconds: () => performance.now() / 1000,
};

// A reader that has seen enough, such as `head`, is no failure; a full disk is one.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit(0);
  showFaults(
    [
      error(
        'ST-X014',
        say('The answer cannot be written: {reason}.', { reason: problem.message }),
        say('Make room.'),
      ),
    ],
    effects,
  );
  process.exit(exitCodes.usage);
});
process.stderr.on('error', () => {});

void run(process.argv.slice(2), effects, library).then((code) => {
  process.exitCode = code;
});
