import { readCompiledWorld } from '../../assessment/compiled-world.ts';
import type { World } from '../../assessment/knowledge.ts';
import { figuresOf, type Imagined, imagine, sitesOf, worldOf } from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import { readCompiledDossier } from '../../dossier/compiled-dossier.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { type Fault, SandtableError } from '../../errors/fault.ts';
import type { Asked, Texts, Told } from './protocol.ts';
import { drawRun, type OpenRun, type Turn } from './session.ts';
import { worldFigure } from './world-figures.ts';

/** The engine of the page: the same core as on the command line, off the page's thread. */
let reading: Promise<World> | undefined;
let open: OpenRun | undefined;
let current = 0;
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

function turnOf(ask: number): Turn {
  return {
    watch: (share) => tell({ type: 'progress', ask, share }),
    rest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (cancelled.delete(ask) || current !== ask) throw new Cancelled();
    },
  };
}

async function openBasis({ ask, basis, drop, draft }: Extract<Asked, { type: 'open' }>): Promise<void> {
  current = ask;
  const start = performance.now();
  const turn = turnOf(ask);
  turn.watch(0);
  const { dossier: id, ...options } = basis;
  const [read, dossier] = await Promise.all([world(), dossierOf(id, draft ?? {})]);
  tell({ type: 'dossier', ask, dossier });
  open = await drawRun(dossier, read, { ...options, drop, turn });
  const { run, digest } = open;
  const items = run.plan.compiled.items.map(({ id }) => id);
  tell({ type: 'opened', ask, run: run.plan.id, digest, items, milliseconds: performance.now() - start });
}

function imagined({ run }: OpenRun, change: WhatIf): Imagined {
  const known = new Set(run.plan.compiled.items.map(({ id }) => id));
  return imagine(run, { ...change, drop: (change.drop ?? []).filter((id) => known.has(id)) });
}

function answer(message: Extract<Asked, { type: 'imagine' | 'world' }>): void {
  const { ask, change } = message;
  const start = performance.now();
  if (!open) tell({ type: 'cancelled', ask });
  else if (message.type === 'world') {
    tell({ type: 'world', ask, world: worldOf(imagined(open, change), message.n) });
  } else {
    const now = imagined(open, change);
    tell({ type: 'figures', ask, figures: figuresOf(now), milliseconds: performance.now() - start });
    tell({ type: 'sites', ask, sites: sitesOf(now), milliseconds: performance.now() - start });
  }
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
  tell({ type: 'figure', ask, figure: worldFigure(await world(), wish) });
}

async function attend(message: Asked): Promise<void> {
  const { type, ask } = message;
  try {
    if (type === 'cancel') cancelled.add(ask);
    else if (type === 'open') await openBasis(message);
    else if (type === 'figure') await draw(message);
    else answer(message);
  } catch (thrown) {
    if (thrown instanceof Cancelled) tell({ type: 'cancelled', ask });
    else tell({ type: 'failed', ask, faults: thrown instanceof SandtableError ? thrown.faults : [] });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void attend(data));
postMessage({ type: 'ready', ask: 0 } satisfies Told);
