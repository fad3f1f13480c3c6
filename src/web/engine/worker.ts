import { readCompiledWorld } from '../../assessment/compiled-world.ts';
import type { World } from '../../assessment/knowledge.ts';
import {
  figuresOf,
  type Imagined,
  imagine,
  type LiveRun,
  readySteps,
  sitesOf,
  worldOf,
} from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import { readCompiledDossier } from '../../dossier/compiled-dossier.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { type Fault, SandtableError } from '../../errors/fault.ts';
import { stringsOf } from '../strings/tongue.ts';
import type { Asked, Texts, Told } from './protocol.ts';
import { drawAgain, drawRun, keyOfChange, type OpenRun, type Redrawn, type Turn } from './session.ts';
import { worldFigure } from './world-figures.ts';

/** The engine of the page: the same core as on the command line, off the page's thread. */
let reading: Promise<World> | undefined;
let open: OpenRun | undefined;
let redrawn: Redrawn | undefined;
let current = 0;
let newest = 0;
const cancelled = new Set<number>();

const tell = (message: Told) => postMessage(message);

/** What the server parsed and checked, so that the page needs neither YAML nor the schemas. */
async function compiled(address: string, how?: RequestInit): Promise<string> {
  const answer = await fetch(address, how);
  if (answer.ok) return answer.text();
  const { faults = [] } = (await answer.json().catch(() => ({}))) as { faults?: readonly Fault[] };
  throw new SandtableError(faults);
}

async function dossierOf(id: string, files: Texts): Promise<Dossier> {
  const text = await compiled(`/api/dossiers/${encodeURIComponent(id)}/compiled`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ files }),
  });
  return readCompiledDossier(text);
}

class Cancelled extends Error {}

function turnOf(ask: number, type: 'progress' | 'redrawing', isWanted: () => boolean): Turn {
  return {
    watch: (share) => tell({ type, ask, share }),
    rest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (cancelled.delete(ask) || !isWanted()) throw new Cancelled();
    },
  };
}

async function openBasis({ ask, basis, drop, draft }: Extract<Asked, { type: 'open' }>): Promise<void> {
  current = ask;
  const start = performance.now();
  const turn = turnOf(ask, 'progress', () => current === ask);
  turn.watch(0);
  const { dossier: id, ...options } = basis;
  const [read, dossier] = await Promise.all([world(), dossierOf(id, draft ?? {})]);
  tell({ type: 'dossier', ask, dossier });
  open = await drawRun(dossier, read, { ...options, drop, turn });
  const { run, digest } = open;
  const items = run.plan.compiled.items.map(({ id }) => id);
  tell({ type: 'opened', ask, run: run.plan.id, digest, items, milliseconds: performance.now() - start });
  void makeReadySoon(run);
}

/** Computes what what-ifs share before the first is asked; whatever is asked in between goes first. */
async function makeReadySoon(run: LiveRun): Promise<void> {
  for (const step of readySteps(run)) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (open?.run !== run) return;
    step();
  }
}

function imagined({ run }: OpenRun, change: WhatIf): Imagined {
  const known = new Set(run.plan.compiled.items.map(({ id }) => id));
  return imagine(run, { ...change, drop: (change.drop ?? []).filter((id) => known.has(id)) });
}

/** The draws for a what-if: those drawn again for it where there are such, else those that are open. */
function drawsFor(change: WhatIf, base: OpenRun): Imagined {
  const again = redrawn?.instead === base && redrawn.key === keyOfChange(change);
  return again ? imagine(redrawn!.run, { prior: change.prior }) : imagined(base, change);
}

type Imagining = Extract<Asked, { type: 'imagine' }>;

async function answer(message: Extract<Asked, { type: 'imagine' | 'world' }>): Promise<void> {
  const { ask, change } = message;
  const base = open;
  newest = ask;
  if (!base) tell({ type: 'cancelled', ask });
  else if (message.type === 'world') {
    tell({ type: 'world', ask, world: worldOf(drawsFor(change, base), message.n) });
  } else {
    if (answerImagined(message, base)) return;
    const turn = turnOf(ask, 'redrawing', () => newest === ask && open === base);
    redrawn = await drawAgain(base, change, turn);
    answerImagined(message, base);
  }
}

/** Tells what would be so; false where it cannot be told from the draws that there are, and only the doubt was told. */
function answerImagined({ ask, change, sites }: Imagining, base: OpenRun): boolean {
  const start = performance.now();
  const now = drawsFor(change, base);
  const figures = figuresOf(now);
  const again = now.plan.compiled === redrawn?.run.plan.compiled;
  const told = figures.quality.state !== 'poor' || again;
  tell({
    type: 'answered',
    ask,
    answered: {
      figures,
      ...(told && sites && { sites: sitesOf(now) }),
      redrawn: again,
      milliseconds: performance.now() - start,
    },
  });
  return told;
}

/** The world, read once; read again after a failure. */
async function world(): Promise<World> {
  reading ??= compiled('/api/world').then(readCompiledWorld);
  try {
    return await reading;
  } catch (thrown) {
    reading = undefined;
    throw thrown;
  }
}

async function draw({ ask, wish }: Extract<Asked, { type: 'figure' }>): Promise<void> {
  const [known, strings] = await Promise.all([world(), stringsOf(wish.options.language)]);
  tell({ type: 'figure', ask, figure: worldFigure(known, wish, strings) });
}

async function attend(message: Asked): Promise<void> {
  const { type, ask } = message;
  try {
    if (type === 'cancel') cancelled.add(ask);
    else if (type === 'open') await openBasis(message);
    else if (type === 'figure') await draw(message);
    else await answer(message);
  } catch (thrown) {
    if (thrown instanceof Cancelled) tell({ type: 'cancelled', ask });
    else tell({ type: 'failed', ask, faults: thrown instanceof SandtableError ? thrown.faults : [] });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void attend(data));
postMessage({ type: 'ready', ask: 0 } satisfies Told);
// Read while the server is at work on the first verdict; where that fails, whoever needs it asks again.
void world().catch(() => {});
