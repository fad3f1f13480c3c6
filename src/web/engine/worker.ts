import { figuresOf, imagine, sitesOf } from '../../assessment/live.ts';
import { SandtableError } from '../../errors/fault.ts';
import type { Asked, Told } from './protocol.ts';
import { dossierOf, drawRun, type OpenRun, type Shelf, shelfOf, type Texts, type Turn } from './session.ts';

/** The engine of the page: the same core as on the command line, off the page's thread. */
let shelf: Promise<Shelf> | undefined;
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

async function openBasis({ ask, basis, drop }: Extract<Asked, { type: 'open' }>): Promise<void> {
  current = ask;
  const start = performance.now();
  const turn = turnOf(ask);
  turn.watch(0);
  shelf ??= texts('/api/world').then(shelfOf);
  const files = await texts(`/api/dossiers/${encodeURIComponent(basis.dossier)}`);
  const read = await shelf;
  const { dossier, ...options } = basis;
  open = await drawRun(dossierOf(files, dossier, read), read.world, { ...options, drop, turn });
  const { run, digest } = open;
  const items = run.plan.compiled.items.map(({ id }) => id);
  tell({ type: 'opened', ask, run: run.plan.id, digest, items, milliseconds: performance.now() - start });
}

function answer({ ask, change }: Extract<Asked, { type: 'imagine' }>): void {
  if (!open) return tell({ type: 'cancelled', ask });
  const start = performance.now();
  const known = new Set(open.run.plan.compiled.items.map(({ id }) => id));
  const imagined = imagine(open.run, { ...change, drop: (change.drop ?? []).filter((id) => known.has(id)) });
  tell({ type: 'figures', ask, figures: figuresOf(imagined), milliseconds: performance.now() - start });
  tell({ type: 'sites', ask, sites: sitesOf(imagined), milliseconds: performance.now() - start });
}

async function attend(message: Asked): Promise<void> {
  const { type, ask } = message;
  try {
    if (type === 'cancel') cancelled.add(ask);
    else if (type === 'open') await openBasis(message);
    else answer(message);
  } catch (thrown) {
    if (thrown instanceof Cancelled) tell({ type: 'cancelled', ask });
    else tell({ type: 'failed', ask, faults: thrown instanceof SandtableError ? thrown.faults : [] });
    if (type === 'open' && !shelf) return;
    if (!(thrown instanceof Cancelled) && !(thrown instanceof SandtableError)) shelf = undefined;
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void attend(data));
