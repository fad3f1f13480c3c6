import { useState } from 'preact/hooks';
import { said, saidOtherwise } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { pageFile } from '../state/page-address.ts';
import { pathOf, queryOf } from '../state/state.ts';
import { copyText } from './copy-text.ts';
import { Link } from './link.tsx';

/** Name of the app and of the hub, run id, and what concerns the whole page. */
export function Header({ keys, tour }: { keys: () => void; tour: () => void }) {
  const { w, s, state, place, go, run, theme, cite } = useApp();
  const [copied, setCopied] = useState<boolean | null>(null);
  const hub = place.at === 'screen' ? run.assessment?.hub : undefined;
  const other = hub && saidOtherwise(hub.name, s);
  const language = state.lang === 'zh-CN' || (state.lang === '' && w.tag === 'zh-CN') ? 'en' : 'zh-CN';
  const page = pageFile(place, state, { language: w.tag, theme });
  const share = () => {
    const link =
      location.origin +
      pathOf(place) +
      queryOf({ ...state, run: run.is === 'exact' ? run.assessment!.run.id : '' });
    void copyText(link).then((done) => {
      setCopied(done);
      setTimeout(() => setCopied(null), 2000);
    });
  };
  return (
    <header class={hub ? 'top of-hub' : 'top'}>
      <Link to={{ at: 'library' }} class="brand" label={`${w.name}: ${w.library}`}>
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <ellipse cx="16" cy="17" rx="14" ry="11" />
          <ellipse cx="17" cy="16" rx="9" ry="7" />
          <circle cx="18" cy="15" r="3.4" />
        </svg>
        <span>{w.name}</span>
      </Link>
      {hub ? (
        <p class="hub-name">
          <strong>{said(hub.name, s)}</strong>
          {other ? (
            <span class="other" lang={w.tag === 'zh-CN' ? 'en' : 'zh-CN'}>
              {other}
            </span>
          ) : null}
        </p>
      ) : (
        <p class="hub-name">{place.at === 'screen' ? <strong>{place.dossier}</strong> : null}</p>
      )}
      <div class="top-tools">
        {hub ? (
          <>
            <button type="button" class="quiet" data-tour onClick={tour}>
              {w.tour}
            </button>
            <button type="button" class="quiet" data-cite onClick={cite}>
              {w.cite}
            </button>
            <button type="button" class="quiet" data-share onClick={share}>
              <span class="long">{copied === null ? w.share : copied ? w.copied : w.notCopied}</span>
              <span class="short" aria-hidden="true">
                {copied === null ? '↗' : copied ? '✓' : '×'}
              </span>
            </button>
          </>
        ) : null}
        {page ? (
          <a class="quiet" data-export href={page.address} download={page.name} title={w.savePageHow}>
            <span class="long">{w.savePage}</span>
            <span class="short" aria-hidden="true">
              ↓
            </span>
          </a>
        ) : null}
        <button
          type="button"
          class="quiet"
          data-language
          lang={language}
          onClick={() => go({ state: { ...state, lang: language } }, 'replace')}
        >
          {language === 'en' ? 'English' : '中文'}
        </button>
        <button
          type="button"
          class="quiet"
          data-theme-button
          aria-label={`${w.theme}: ${w.themes[theme]}`}
          onClick={() => go({ state: { ...state, theme: theme === 'dark' ? 'light' : 'dark' } }, 'replace')}
        >
          <span aria-hidden="true">{theme === 'dark' ? '☾' : '☀'}</span>
        </button>
        <button type="button" class="quiet" data-keys aria-label={w.keys} onClick={keys}>
          ?
        </button>
      </div>
    </header>
  );
}
