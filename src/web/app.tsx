import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type App, AppContext } from './context.ts';
import { CiteDialog } from './parts/cite-dialog.tsx';
import { Header } from './parts/header.tsx';
import { KeyPalette } from './parts/key-palette.tsx';
import { Notices, NotUnderstood } from './parts/notices.tsx';
import { OnPaper } from './parts/on-paper.tsx';
import { Rail } from './parts/rail.tsx';
import { ScreenView } from './parts/screen-view.tsx';
import { StatusBar } from './parts/status-bar.tsx';
import { Timeline } from './parts/timeline.tsx';
import { Tour } from './parts/tour.tsx';
import { WhyDrawer } from './parts/why-drawer.tsx';
import { nameOf } from './screens/screens.ts';
import { focusWhenThere, useKeys } from './state/keys.ts';
import { queryOf, showsSites } from './state/state.ts';
import { useLeaving } from './state/unsaved.ts';
import { useAddress } from './state/use-address.ts';
import { useEvents } from './state/use-events.ts';
import { useFocusKept } from './state/use-focus-kept.ts';
import { type Request, useRun } from './state/use-run.ts';
import { useTheme } from './state/use-theme.ts';
import { useTongue } from './state/use-tongue.ts';
import { type Tongue, tagOf } from './strings/tongue.ts';

/** The whole app, on an address; `first` is what it says in the language of that address. */
export function SandtableApp({ startWorker, first }: { startWorker: () => Worker | null; first: Tongue }) {
  const [{ place, state }, go] = useAddress();
  const { w, s } = useTongue(tagOf(state.lang), first);
  const theme = useTheme(state.theme);
  const [over, setOver] = useState<'keys' | 'cite' | null>(null);
  const [tour, setTour] = useState<ReadonlySet<number> | null>(null);
  const [chosen, choose] = useState('');
  const dossier = place.at === 'screen' ? place.dossier : null;
  const events = useEvents(dossier);
  const request = useMemo<Request | null>(
    () =>
      dossier === null
        ? null
        : { dossier, t: state.t, prior: state.prior, drop: state.drop, set: state.set, seed: state.seed },
    [dossier, state],
  );
  const run = useRun(request, {
    ...{ version: events.version, sites: showsSites(place), world: state.world },
    startWorker,
  });
  useLeaving();
  useFocusKept();
  const closeWhy = () => go({ state: { ...state, why: '' } }, 'replace');
  const main = useRef<HTMLElement>(null);
  const app: App = {
    ...{ place, state, go, w, s, theme, run, chosen, choose },
    changes: events.version,
    why: (id) => go({ state: { ...state, why: id } }),
    cite: () => setOver('cite'),
    did: (step) => setTour((now) => now && new Set([...now, step])),
  };
  useKeys(app, {
    keys: () => setOver('keys'),
    tour: () => setTour(new Set()),
    focus: focusWhenThere,
    close: () => {
      if (over) setOver(null);
      else if (state.why) closeWhy();
      else if (state.world !== null) go({ state: { ...state, world: null } });
      else if (place.at === 'screen' && place.item && place.screen !== 'edit')
        go({ place: { ...place, item: undefined } as never });
      else if (tour) setTour(null);
    },
  });
  useEffect(() => {
    document.documentElement.lang = w.tag;
    // What was refused is told again in the new language.
    if (run.faults.length > 0) run.retry();
  }, [w.tag]);
  useEffect(() => {
    const hub = run.assessment?.hub.name;
    const parts = [
      place.at === 'screen' ? w.screen[place.screen] : w[place.at],
      dossier && hub ? ((w.tag === 'zh-CN' ? hub.zh : undefined) ?? hub.en) : undefined,
      w.name,
    ];
    document.title = parts.filter(Boolean).join(' · ');
  }, [w, place, run.assessment?.hub.id]);
  const screen = nameOf(place);
  const seen = useRef(screen);
  // At once, so that whatever of the new screen is focused later keeps the focus.
  useLayoutEffect(() => {
    choose('');
    // A new screen is read from its top; the first one is where the reader already is.
    if (seen.current === screen) return;
    seen.current = screen;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [screen, dossier]);
  return (
    <AppContext.Provider value={app}>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <Header keys={() => setOver('keys')} tour={() => setTour(new Set())} />
      <div class="frame">
        <Rail />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          data-screen={screen}
          data-run={run.is === 'exact' ? run.assessment?.run.id : ''}
          data-answers={run.is === 'exact' || run.is === 'live' ? queryOf(state) : undefined}
        >
          {place.at === 'screen' ? <Notices changed={events.changed} /> : <NotUnderstood />}
          <OnPaper />
          <ScreenView name={screen} />
        </main>
        {state.why && dossier && run.assessment ? (
          <WhyDrawer key={state.why} id={state.why} close={closeWhy} />
        ) : null}
      </div>
      {place.at === 'screen' ? (
        <footer class="bottom">
          <Timeline />
          <StatusBar />
        </footer>
      ) : null}
      {over === 'keys' ? <KeyPalette close={() => setOver(null)} /> : null}
      {over === 'cite' && dossier ? <CiteDialog close={() => setOver(null)} /> : null}
      {tour ? <Tour done={tour} end={() => setTour(null)} /> : null}
    </AppContext.Provider>
  );
}
