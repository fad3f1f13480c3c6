import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import type { LiveFigures, OneWorld } from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Fault } from '../../errors/fault.ts';
import { addressOf, get, Refusal } from '../api.ts';
import { Engine, type EngineState } from '../engine/engine.ts';
import type { Answered, Basis } from '../engine/protocol.ts';
import { keyOf } from '../engine/protocol.ts';
import { drawnSettings, lettersOf } from './letters.ts';
import { merged } from './merged.ts';
import { runQuery } from './run-query.ts';
import type { State } from './state.ts';

/** Everything that decides a run. */
export type Request = Pick<State, 't' | 'prior' | 'drop' | 'set' | 'seed'> & { dossier: string };

/** What the screens see of the run. */
export interface RunView {
  /** Where the server answers it. */
  address: string;
  assessment: Assessment | null;
  /** Whether it is the run of exactly this state, or was reweighted, or belongs to the state before. */
  is: 'exact' | 'live' | 'stale' | 'none';
  pending: boolean;
  untrusted: boolean;
  /** Share done where the worker draws this state again, since reweighting could not be trusted. */
  redrawing: number | null;
  cancelled: boolean;
  liveMs: number | null;
  faults: readonly Fault[];
  gone: boolean;
  dossier: Dossier | null;
  engine: EngineState;
  world: OneWorld | null;
  /** Which world that is, counted from one; the same for the same draws. */
  worldNumber: number;
  cancel(): void;
  retry(): void;
  worker: Engine | null;
  /** The newest answer of the worker, whatever it was asked about: for drafts. */
  imagined: LiveFigures | null;
}

export function addressOfRun({ dossier, ...decides }: Request): string {
  return addressOf(['assess', dossier], runQuery(decides));
}

export function basisOf({ dossier, t, set, seed }: Request): Basis {
  return { dossier, set: drawnSettings(set), ...(t !== '' && { asOf: t }), ...(seed !== null && { seed }) };
}

/** What of a request only reweights draws. */
export function whatIfOf({ prior, drop, set }: Pick<Request, 'prior' | 'drop' | 'set'>): WhatIf {
  return { prior, drop, letters: lettersOf(set) };
}

interface Exact {
  key: string;
  basis: string;
  /** Of the files that it was asked about. */
  version: number;
  assessment: Assessment;
}

interface Live extends Answered {
  key: string;
}

export interface Around {
  /** Counts up with every change of the dossier's files. */
  version: number;
  /** Whether the screen shows the sites. */
  sites: boolean;
  /** Which world of the run is wanted; null for all of them. */
  world: number | null;
  startWorker: () => Worker | null;
}

/** Keeps the answer to the state on the screen: reweighted at once, then exact. */
export function useRun(request: Request | null, { version, sites, world: n, startWorker }: Around): RunView {
  const key = request ? addressOfRun(request) : '';
  const basis = request ? keyOf(basisOf(request)) : '';
  const [exact, setExact] = useState<Exact | null>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [failure, setFailure] = useState<{ key: string; faults: readonly Fault[]; gone: boolean } | null>(
    null,
  );
  const [engine, setEngine] = useState<EngineState>({ is: 'idle' });
  const [dossier, setDossier] = useState<Dossier | null>(null);
  const [world, setWorld] = useState<{ n: number; world: OneWorld } | null>(null);
  const [cancelled, setCancelled] = useState('');
  const [tries, setTries] = useState(0);
  const [redraw, setRedraw] = useState<{ key: string; share: number } | null>(null);
  const abort = useRef<AbortController | null>(null);
  const asked = useRef(0);
  const wanted = useRef(key);
  wanted.current = key;

  const worker = useMemo(() => {
    const line = startWorker();
    if (!line) return null;
    return new Engine(line, {
      state: setEngine,
      answered: (answered) => {
        const { redrawn, figures } = answered;
        setLive({ key: wanted.current, ...answered });
        setRedraw(redrawn || figures.quality.state !== 'poor' ? null : { key: wanted.current, share: 0 });
      },
      redrawing: (share) => setRedraw(share === null ? null : { key: wanted.current, share }),
      world: (found) => setWorld({ n: asked.current, world: found }),
      dossier: setDossier,
    });
  }, []);

  const drawsAgain = redraw?.key === key;
  const stopped = cancelled === key;

  useEffect(() => setCancelled(''), [key, version, tries]);

  // One world of this run, as soon as the worker has its draws.
  const open = engine.is === 'open' && engine.key.startsWith(basis);
  useEffect(() => {
    setWorld(null);
  }, [key, version, n === null]);
  useEffect(() => {
    if (!request || !open || n === null) return;
    asked.current = n;
    worker?.world(whatIfOf(request), n);
  }, [key, version, n, open]);

  // A toggle is answered by the worker at once: it is asked before the page is painted.
  useLayoutEffect(() => {
    if (request && exact?.basis === basis && exact.key !== key && engine.is === 'open') {
      worker?.imagine(whatIfOf(request), sites);
    }
  }, [key, version, tries, sites]);

  // The exact run follows when the reader pauses, and not while the worker needs the machine to draw again.
  useEffect(() => {
    abort.current?.abort();
    const known = exact?.key === key && exact.version === version && tries === 0;
    if (!request || drawsAgain || stopped || known) return;
    const control = new AbortController();
    abort.current = control;
    const ask = async () => {
      try {
        const assessment = await get<Assessment>(key, control.signal);
        setExact({ key, basis, version, assessment });
        setFailure(null);
      } catch (thrown) {
        if (control.signal.aborted) return;
        const refusal = thrown instanceof Refusal ? thrown : new Refusal(0, []);
        setFailure({ key, faults: refusal.faults, gone: refusal.unanswered });
      }
    };
    const pause = exact?.basis === basis && exact.key !== key ? 450 : 0;
    const timer = setTimeout(() => void ask(), pause);
    return () => clearTimeout(timer);
  }, [key, version, tries, drawsAgain, stopped]);

  // The worker leaves the exact run the machine: two at once on two cores would both be late.
  useEffect(() => {
    if (request && exact?.basis === basis) worker?.open(basisOf(request), { mark: String(version) });
  }, [exact?.basis, basis, version]);

  const poor = live?.key === key && !live.redrawn && live.figures.quality.state === 'poor';
  const liveNow = live?.key === key && !poor ? live : null;
  const own = exact?.assessment.hub.id === request?.dossier || exact === null ? exact : null;
  const known = own?.key === key;
  const is = !own
    ? 'none'
    : known
      ? own.version === version
        ? 'exact'
        : 'stale'
      : liveNow
        ? 'live'
        : 'stale';
  const assessment = useMemo(() => {
    if (!own || !request) return null;
    return is === 'live'
      ? merged(own.assessment, { ...liveNow!, prior: request.prior, drop: request.drop, set: request.set })
      : own.assessment;
  }, [own, is, liveNow, request?.prior, request?.drop, request?.set]);
  const failed = failure?.key === key ? failure : null;
  return {
    address: key,
    assessment,
    is,
    pending: is !== 'exact' && !failed && !stopped,
    untrusted: poor && is !== 'exact',
    redrawing: drawsAgain ? redraw.share : null,
    cancelled: stopped && is !== 'exact',
    liveMs: liveNow && !liveNow.redrawn ? liveNow.milliseconds : null,
    faults: failed?.faults ?? [],
    gone: failed?.gone ?? false,
    dossier,
    engine,
    world: world?.world ?? null,
    worldNumber: world?.n ?? 0,
    cancel: () => {
      abort.current?.abort();
      worker?.cancel();
      setCancelled(key);
    },
    retry: () => setTries((n) => n + 1),
    worker,
    imagined: live?.figures ?? null,
  };
}
