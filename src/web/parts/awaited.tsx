import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { useProgress } from '../state/progress.ts';
import { Faults } from './faults.tsx';
import type { Got } from './use-get.ts';

/** What stands where an answer will be: how far it is, and a way to give it up; or why there is none, and a way to ask again. */
export function Awaited({ of, what }: { of: Got<unknown>; what: string }) {
  const { w } = useApp();
  if (of.waiting) return <UnderWay of={of} what={what} />;
  if (!of.failed && !of.cancelled) return null;
  if (of.faults.length > 0) return <Faults faults={of.faults} />;
  return (
    <p class={of.failed ? 'notice alarm' : 'notice'} data-stopped>
      {of.failed ? w.gone : w.stopped}{' '}
      <button type="button" data-again onClick={of.again}>
        {w.retry}
      </button>
    </p>
  );
}

/** The share where the server tells one, and the seconds so far: what is searched has no length that is known beforehand. */
function UnderWay({ of, what }: { of: Got<unknown>; what: string }) {
  const { w, s } = useApp();
  const share = useProgress(of.address);
  const seconds = useSeconds();
  const told = share === null ? '' : s.percent(String(Math.round(100 * share)));
  return (
    <div class="under-way">
      <p class="waiting" role="status">
        {what}
      </p>
      <progress max={1} aria-label={what} {...(share !== null && { value: share })} />
      <p class="note number" aria-hidden="true">
        <span data-share={share ?? undefined}>{told}</span> {seconds > 0 ? w.forSeconds(String(seconds)) : ''}
      </p>
      <button type="button" class="quiet" data-cancel onClick={of.cancel}>
        {w.cancel}
      </button>
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
