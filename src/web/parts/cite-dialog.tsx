import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { runQuery } from '../state/run-query.ts';
import { citeStyles } from '../state/state.ts';
import { Awaited } from './awaited.tsx';
import { copyText } from './copy-text.ts';
import { Sheet } from './sheet.tsx';
import { Toggles } from './toggles.tsx';
import { useGet } from './use-get.ts';

/** The citation of the run on the screen, in four styles, with its id; that of no other run while it is on its way. */
export function CiteBox({ copied }: { copied?: () => void }) {
  const { w, state, place, go, run } = useApp();
  const [done, setDone] = useState<'copied' | 'refused' | null>(null);
  const style = state.cite;
  const query = { style, ...runQuery(state) };
  const got = useGet<{ citation: string }>(
    addressOf(['cite', place.at === 'screen' ? place.dossier : ''], query),
    run.assessment?.run.dossierDigest,
  );
  const text = got.value?.citation ?? '';
  useEffect(() => setDone(null), [text]);
  const copy = async () => {
    // Stars mark a title for those who paste it into Markdown; here it is set in italics.
    const put = await copyText(style === 'apa' ? text.replaceAll('*', '') : text);
    setDone(put ? 'copied' : 'refused');
    if (put) copied?.();
  };
  return (
    <div class="cite">
      <Toggles
        label={w.cite}
        value={style}
        choices={citeStyles.map((one) => [one, w.citeStyles[one]!] as const)}
        choose={(cite) => go({ state: { ...state, cite } }, 'replace')}
      />
      <pre class="citation" tabIndex={0} role="region" aria-label={w.cite}>
        {text === '' ? '…' : style === 'apa' ? <Emphasised text={text} /> : text}
      </pre>
      <Awaited of={got} what={w.redrawing} />
      <button type="button" data-copy-citation disabled={text === ''} onClick={() => void copy()}>
        {done === null ? w.copy : done === 'copied' ? w.copied : w.notCopied}
      </button>
    </div>
  );
}

/** What stands between stars in italics. */
const Emphasised = ({ text }: { text: string }) => (
  <>{text.split('*').map((part, i) => (i % 2 === 1 ? <em key={`${i}`}>{part}</em> : part))}</>
);

export function CiteDialog({ close }: { close: () => void }) {
  const { w, did } = useApp();
  return (
    <Sheet title={w.cite} kind="dialog" close={close}>
      <CiteBox copied={() => did(4)} />
    </Sheet>
  );
}
