import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Place, pathOf, placeOf, queryOf, type State, stateOf } from './state.ts';

/** Where one is and in what state, as the address says it. */
export interface Address {
  place: Place;
  state: State;
}

export type Go = (to: { place?: Place; state?: State }, how?: 'push' | 'replace') => void;

const here = (): Address => ({ place: placeOf(location.pathname), state: stateOf(location.search) });

/** The address as state: reload, back and a pasted link restore it. */
export function useAddress(): [Address, Go] {
  const [address, setAddress] = useState(here);
  const now = useRef(address);
  now.current = address;
  useEffect(() => {
    const back = () => setAddress(here());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = useCallback<Go>(({ place, state }, how = 'push') => {
    const next = { place: place ?? now.current.place, state: state ?? now.current.state };
    const written = pathOf(next.place) + queryOf(next.state);
    if (written !== location.pathname + location.search) {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', written);
    }
    now.current = next;
    setAddress(next);
  }, []);
  return [address, go];
}
