import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../errors/fault.ts';
import { get, Refusal } from '../api.ts';

/** Something asked of the server: not yet there, there, or refused. */
export interface Got<T> {
  value: T | null;
  faults: readonly Fault[];
  failed: boolean;
  waiting: boolean;
}

/** Asks for an address, again whenever it changes; nothing is asked where it is null. */
export function useGet<T>(address: string | null): Got<T> {
  const [got, setGot] = useState<{
    address: string | null;
    value: T | null;
    faults: readonly Fault[];
    failed: boolean;
  }>({
    address: null,
    value: null,
    faults: [],
    failed: false,
  });
  useEffect(() => {
    if (address === null) return;
    const control = new AbortController();
    get<T>(address, control.signal)
      .then((value) => setGot({ address, value, faults: [], failed: false }))
      .catch((thrown) => {
        if (control.signal.aborted) return;
        const faults = thrown instanceof Refusal ? thrown.faults : [];
        setGot({ address, value: null, faults, failed: true });
      });
    return () => control.abort();
  }, [address]);
  const current = got.address === address;
  return {
    value: current ? got.value : null,
    faults: current ? got.faults : [],
    failed: current && got.failed,
    waiting: address !== null && !current,
  };
}
