import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../errors/fault.ts';
import { get, Refusal } from '../api.ts';

/** Something asked of the server: not yet there, there, refused, or given up. */
export interface Got<T> {
  /** What was asked for; empty where nothing was. */
  address: string;
  value: T | null;
  faults: readonly Fault[];
  failed: boolean;
  waiting: boolean;
  cancelled: boolean;
  /** Gives the answer up, here and at the server. */
  cancel(): void;
  /** Asks again. */
  again(): void;
}

interface Answered<T> {
  of: string;
  value: T | null;
  faults: readonly Fault[];
  how: 'came' | 'failed' | 'cancelled';
}

/**
 * Asks for an address, again whenever it changes; nothing is asked where it is null.
 *
 * @param mark changes where the same address may have another answer: the id of the run on the screen
 */
export function useGet<T>(address: string | null, mark = ''): Got<T> {
  const [answered, setAnswered] = useState<Answered<T> | null>(null);
  const [tries, setTries] = useState(0);
  const under = useRef<AbortController | null>(null);
  const of = `${address} ${mark} ${tries}`;
  useEffect(() => {
    if (address === null) return;
    const control = new AbortController();
    under.current = control;
    get<T>(address, control.signal)
      .then((value) => setAnswered({ of, value, faults: [], how: 'came' }))
      .catch((thrown) => {
        if (control.signal.aborted) return;
        const faults = thrown instanceof Refusal ? thrown.faults : [];
        setAnswered({ of, value: null, faults, how: 'failed' });
      });
    return () => control.abort();
  }, [of]);
  const now = answered?.of === of ? answered : null;
  return {
    address: address ?? '',
    value: now?.value ?? null,
    faults: now?.faults ?? [],
    failed: now?.how === 'failed',
    waiting: address !== null && !now,
    cancelled: now?.how === 'cancelled',
    cancel: () => {
      under.current?.abort();
      setAnswered({ of, value: null, faults: [], how: 'cancelled' });
    },
    again: () => setTries(tries + 1),
  };
}
