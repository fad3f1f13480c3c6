import type { World } from '../../assessment/knowledge.ts';
import { figuresOf, type Imagined, imagine, sitesOf, worldOf } from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import { SandtableError } from '../../errors/fault.ts';
import type { Asked, Told } from './protocol.ts';
import { dossierOf, drawRun, type OpenRun, type Texts, type Turn, worldOfTexts } from './session.ts';
import { worldFigure } from './world-figures.ts';

/** The engine of the page: the same core as on the command line, off the page's thread. */
let reading: Promise<World> | undefined;
let open: OpenRun | undefined;
let current = 0;
const cancelled = new Set<number>();

const tell = (message: Told) => postMessage(message);

async function texts(address: string): Promise<Texts> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return ((await answer.json()) as { files: Texts }).files;
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
  const knowledge = world();
  const files = { ...(await texts(`/api/dossiers/${encodeURIComponent(basis.dossier)}`)), ...draft };
  const read = await knowledge;
  const { dossier: id, ...options } = basis;
  const dossier = dossierOf(files, id, read);
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
  reading ??= texts('/api/world').then(worldOfTexts);
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
