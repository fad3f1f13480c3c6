import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import type { Engine } from '../../src/cli/engine.ts';
import { program } from '../../src/cli/program.ts';
import { run } from '../../src/cli/run.ts';
import { shelf } from '../../src/cli/shelf.ts';
import { committedResults } from '../backtest/committed.ts';
import { invented, inventedTrace } from '../fixtures/assessment/invented.ts';
import { inventedReach } from '../fixtures/assessment/invented-reach.ts';

/** A folder of its own for one test, removed afterwards. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sandtable-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The flagship takes a third of a second to read; once is enough for all tests of a file. */
let flagship: ReturnType<Engine['check']> | undefined;

/** The real shelf of dossiers with invented numbers behind it, so that the faces can be tested in milliseconds. */
export const inventing: Engine = {
  ...shelf,
  check: (reference, cwd) => {
    if (reference !== 'xinjiang-qinghai') return shelf.check(reference, cwd);
    flagship ??= shelf.check(reference, cwd);
    return flagship;
  },
  assess: async (dossier, options, watch) => {
    watch(0.5);
    const { asOf = dossier.hub.asOf.text, prior = 'neutral', drop = [], set = {}, seed = 7 } = options;
    const digest = createHash('sha256')
      .update(JSON.stringify([asOf, prior, drop, set, seed]))
      .digest('hex');
    const id = `st1-${digest.slice(0, 12)}`;
    const probability = invented.questions[0]!.byPreset[prior];
    return {
      ...invented,
      hub: { ...invented.hub, id: dossier.id },
      run: { ...invented.run, id, asOf, prior, drop, set, seed },
      questions: [{ ...invented.questions[0]!, probability }, ...invented.questions.slice(1)],
    };
  },
  quantities: () => invented.quantities.map(({ id }) => id),
  why: async (_, __, ___, watch) => {
    watch?.(0.5);
    return inventedTrace;
  },
  reach: async (_, __, watch) => {
    watch?.(0.5);
    return inventedReach;
  },
  shard: async (_, __, { part, count }) => new TextEncoder().encode(`${part}/${count}`),
  merge: async () => invented,
  backtest: async (_, __, watch) => {
    watch(0.5);
    return committedResults;
  },
};

/** The command line itself. */
export const line = { run, program };

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line in this process. */
export async function sandtable(
  typed: string | readonly string[],
  at: { cwd: string; tty?: boolean; columns?: number; env?: Effects['env']; engine?: Engine },
): Promise<Outcome> {
  const out = { stdout: '', stderr: '' };
  const tty = at.tty ?? false;
  let now = 0;
  const effects: Effects = {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    terminal: { stdin: false, stdout: tty, stderr: tty },
    columns: at.columns ?? 80,
    env: at.env ?? {},
    cwd: at.cwd,
    seconds: () => now++,
  };
  const args = typeof typed === 'string' ? typed.split(' ').filter((word) => word !== '') : typed;
  return { code: await run(args, effects, at.engine ?? inventing), ...out };
}
