import { useEffect, useState } from 'preact/hooks';
import { addressOf, get } from '../api.ts';
import { useApp } from '../context.ts';
import { runQuery } from '../state/run-query.ts';
import { citeStyles } from '../state/state.ts';
import { Sheet } from './sheet.tsx';
import { Toggles } from './toggles.tsx';

/** The citation of the run on the screen, in four styles, with its id. */
export function CiteBox({ copied }: { copied?: () => void }) {
  const { w, state, place, go } = useApp();
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const style = state.cite;
  const address = addressOf(['cite', place.at === 'screen' ? place.dossier : ''], {
    style,
    ...runQuery(state),
  });
  useEffect(() => {
    let current = true;
    setDone(false);
    get<{ citation: string }>(address)
      .then(({ citation }) => current && setText(citation))
      .catch(() => current && setText(''));
    return () => {
      current = false;
    };
  }, [address]);
  return (
    <div class="cite">
      <Toggles
        label={w.cite}
        value={style}
        choices={citeStyles.map((one) => [one, w.citeStyles[one]!] as const)}
        choose={(cite) => go({ state: { ...state, cite } }, 'replace')}
      />
      <pre class="citation" tabIndex={0} role="region" aria-label={w.cite}>
        {text || '…'}
      </pre>
      <button
        type="button"
        data-copy-citation
        disabled={text === ''}
        onClick={() => {
          void navigator.clipboard?.writeText(text).catch(() => undefined);
          setDone(true);
          copied?.();
        }}
      >
        {done ? w.copied : w.copy}
      </button>
    </div>
  );
}

export function CiteDialog({ close }: { close: () => void }) {
  const { w, did } = useApp();
  return (
    <Sheet title={w.cite} kind="dialog" close={close}>
      <CiteBox copied={() => did(4)} />
    </Sheet>
  );
}
