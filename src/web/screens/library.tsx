import { useState } from 'preact/hooks';
import { said, saidOtherwise } from '../../report/strings/strings.ts';
import { addressOf, type Card } from '../api.ts';
import { useApp } from '../context.ts';
import { Head } from '../parts/head.tsx';
import { Link } from '../parts/link.tsx';
import { MakeDialog } from '../parts/make-dialog.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { TakeInDialog } from '../parts/take-in-dialog.tsx';
import { Thumb } from '../parts/thumb.tsx';
import { Told } from '../parts/told.tsx';
import { useGet } from '../parts/use-get.ts';
import { elsewhere } from '../state/changes.ts';

interface Library {
  first: string;
  dossiers: readonly Card[];
}

/** Dossiers as cards: one's own, those that came along, and the hubs of known outcome. */
export function LibraryScreen() {
  const { w, s, state } = useApp();
  const got = useGet<Library>(addressOf(['dossiers']));
  const [making, setMaking] = useState<{ from?: string } | null>(null);
  const [taking, setTaking] = useState(false);
  const cards = got.value?.dossiers ?? [];
  const wanted = state.q.toLowerCase();
  const matches = ({ id, name }: Card) =>
    wanted === '' || [id, name.en, name.zh ?? ''].some((text) => text.toLowerCase().includes(wanted));
  const shown = cards.filter(({ origin }) => origin !== 'known').filter(matches);
  const known = cards.filter(({ origin }) => origin === 'known').filter(matches);
  const first = got.value?.first;
  return (
    <article class="screen library">
      <Head title={s.library.title}>
        <p class="lead">{s.library.lead}</p>
        <div class="bar">
          <SearchBox />
          <button type="button" data-new onClick={() => setMaking({})}>
            {w.newDossier}
          </button>
          <button type="button" data-take-in onClick={() => setTaking(true)}>
            {w.takeIn}
          </button>
        </div>
      </Head>
      {got.failed ? <p class="notice alarm">{w.gone}</p> : null}
      {got.waiting ? <div class="skeleton tall" role="status" aria-label={w.loading} /> : null}
      <ul class="cards">
        {[...shown]
          .sort((p, q) => Number(q.id === first) - Number(p.id === first))
          .map((card) => (
            <DossierCard
              key={card.id}
              card={card}
              first={card.id === first}
              copy={() => setMaking({ from: card.id })}
            />
          ))}
      </ul>
      {known.length > 0 ? <KnownHubs known={known} /> : null}
      {got.value && shown.length + known.length === 0 ? <p>{w.nothingFound}</p> : null}
      {taking ? <TakeInDialog close={() => setTaking(false)} /> : null}
      {making ? <MakeDialog from={making.from} close={() => setMaking(null)} /> : null}
    </article>
  );
}

function DossierCard({ card, first, copy }: { card: Card; first: boolean; copy: () => void }) {
  const { w, s, state } = useApp();
  const other = saidOtherwise(card.name, s);
  const to = { at: 'screen', dossier: card.id, screen: card.errors > 0 ? 'edit' : 'verdict' } as const;
  return (
    <li class={first ? 'card first' : 'card'} data-item={card.id}>
      <p class="note">
        {s.library.origin[card.origin]}
        {card.asOf ? ` · ${s.asOf(card.asOf)}` : ''}
      </p>
      <h2>
        <Link to={to} state={elsewhere(state)}>
          {said(card.name, s)}
        </Link>
      </h2>
      {other ? (
        <p class="other" lang={w.tag === 'zh-CN' ? 'en' : 'zh-CN'}>
          {other}
        </p>
      ) : null}
      {card.summary ? (
        <p>
          <Told of={card.summary} />
        </p>
      ) : null}
      <p class="note">
        {[
          card.sites === undefined ? '' : s.library.sites(card.sites),
          card.items === undefined ? '' : s.library.items(card.items),
          card.errors > 0 ? w.broken(card.errors) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="card-foot">
        {card.errors > 0 ? null : <Thumb dossier={card.id} whole />}
        <p class="card-tools">
          {card.errors > 0 ? null : (
            <Link
              to={{ at: 'compare' }}
              state={{ ...elsewhere(state), a: card.id, b: '' }}
              label={`${w.compare}: ${said(card.name, s)}`}
            >
              {w.compare}
            </Link>
          )}
          {card.origin === 'own' ? null : (
            <button
              type="button"
              class="quiet"
              aria-label={`${w.makeCopy}: ${said(card.name, s)}`}
              onClick={copy}
            >
              {w.makeCopy}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** The hubs of known outcome; their verdicts are drawn one after the other when somebody wants them. */
function KnownHubs({ known }: { known: readonly Card[] }) {
  const { w, s, state, go } = useApp();
  const [done, setDone] = useState(0);
  const drawn = state.strips ? done : -1;
  return (
    <section class="block">
      <h2>{s.library.origin.known}</h2>
      <p class="note">{s.library.knownLead(known.length)}</p>
      <p>
        <button
          type="button"
          data-strips
          onClick={() => go({ state: { ...state, strips: !state.strips } }, 'replace')}
          aria-pressed={state.strips}
        >
          {w.drawStrips}
        </button>{' '}
        <span class="note" role="status">
          {state.strips && drawn < known.length ? w.stripsDrawn(drawn, known.length) : ''}
        </span>
      </p>
      <ul class="known">
        {known.map((card, i) => (
          <KnownHub
            key={card.id}
            card={card}
            draws={i <= drawn}
            done={() => setDone((now) => Math.max(now, i + 1))}
          />
        ))}
      </ul>
    </section>
  );
}

function KnownHub({ card, draws, done }: { card: Card; draws: boolean; done: () => void }) {
  const { s, state } = useApp();
  return (
    <li data-item={card.id}>
      <Link to={{ at: 'screen', dossier: card.id, screen: 'verdict' }} state={elsewhere(state)}>
        {said(card.name, s)}
      </Link>{' '}
      <span class="note number">{card.asOf}</span>
      {draws ? <Thumb dossier={card.id} done={done} /> : null}
    </li>
  );
}
