import { useEffect, useRef } from 'preact/hooks';
import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import { claim, percent } from '../../report/amount.ts';
import { mapFigure } from '../../report/figures/map.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { Link } from '../parts/link.tsx';
import { useGround } from '../parts/map-thumb.tsx';
import { Toggles } from '../parts/toggles.tsx';
import { useBrush } from '../parts/use-brush.ts';
import { Waiting } from '../parts/waiting.tsx';
import { WorldBar } from '../parts/world-bar.tsx';
import { inWorld } from '../state/in-world.ts';

export { MapThumb } from '../parts/map-thumb.tsx';

/** Where, and how far along? Sites on the ground, and a list that walks them from west to east. */
export function MapScreen() {
  const { w, s, run, place, state, go } = useApp();
  const a = run.assessment;
  if (!a || place.at !== 'screen') return <Waiting />;
  const ours = a.sites.filter(({ role }) => role === 'hub');
  const located = ours
    .filter((site) => site.place !== null)
    .sort((p, q) => p.place!.longitude - q.place!.longitude);
  const picked = located.filter(({ id }) => state.pick.includes(id));
  const shown = picked.length > 0 ? picked : located;
  const nowhere = ours.filter((site) => site.place === null);
  const site = shown.some(({ id }) => id === place.item) ? place.item : undefined;
  const choose = (id: string | undefined) => {
    // A site outside of those the map is narrowed to joins them.
    const joins = id !== undefined && picked.length > 0 && !picked.some((one) => one.id === id);
    go({
      place: { at: 'screen', dossier: place.dossier, screen: 'map', ...(id !== undefined && { item: id }) },
      ...(joins && { state: { ...state, pick: [...picked.map((one) => one.id), id].sort() } }),
    });
  };
  const walk = (by: number) => {
    const at = shown.findIndex(({ id }) => id === site);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    if (next) choose(next.id);
  };
  const pick = (ids: readonly string[]) => {
    const known = located.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
    go({ state: { ...state, pick: known.length === located.length ? [] : known } });
  };
  return (
    <article class="screen" aria-label={w.screen.map}>
      <Head title={w.asks.map}>
        <p class="note">{w.walkSites}</p>
        <WorldBar />
      </Head>
      <div class="map-split">
        <Ground a={a} sites={shown} site={site} choose={choose} walk={walk} pick={pick} />
        <div>
          {picked.length > 0 ? (
            <p class="picked" role="status">
              {w.pickedSites(picked.length, located.length)}{' '}
              <button type="button" class="quiet" data-unpick onClick={() => pick([])}>
                {w.allSites}
              </button>
            </p>
          ) : null}
          <ul class="map-list">
            {located.map((one) => (
              <Entry
                key={one.id}
                site={one}
                chosen={one.id === site}
                picked={picked.includes(one)}
                pick={() =>
                  pick(
                    picked.includes(one)
                      ? state.pick.filter((id) => id !== one.id)
                      : [...picked.map(({ id }) => id), one.id],
                  )
                }
                choose={choose}
                walk={walk}
              />
            ))}
            {nowhere.map((one) => (
              <li key={one.id} class="note">
                {said(one.name, s)} · {w.notLocated}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  );
}

/** The picture: a press on a mark chooses it, a frame drawn over several narrows the map to them. */
function Ground(props: {
  a: Assessment;
  sites: readonly SiteResult[];
  site: string | undefined;
  choose: (id: string | undefined) => void;
  walk: (by: number) => void;
  pick: (ids: readonly string[]) => void;
}) {
  const { w, s, run, state, go } = useApp();
  const { world } = run;
  const { measure } = state;
  const { a, sites, site, choose, walk, pick } = props;
  const land = useGround();
  const { frame, ends, hands } = useBrush(pick);
  return (
    <div
      class="map-ground"
      tabIndex={0}
      role="group"
      onKeyDown={(event) => walkKeys(event, walk)}
      aria-label={`${w.screen.map}. ${w.walkSites}`}
      onClick={(event) => {
        if (ends()) return;
        const mark = (event.target as Element).closest('[data-id]')?.getAttribute('data-id');
        if (mark && sites.some(({ id }) => id === mark)) choose(mark === site ? undefined : mark);
      }}
      {...hands}
    >
      <FigureView
        most={1000}
        on={[a, land, site, measure, sites.map(({ id }) => id).join(), world]}
        draw={(look) => {
          const seen = sites.map((one) => inWorld(one, world?.sites[one.id]));
          const options = { ...look, measure, world: world !== null, ...(site && { site }) };
          return mapFigure({ ...a, sites: seen }, land, options);
        }}
        controls={
          <Toggles
            label={w.measureGroup}
            value={measure}
            choices={[
              ['compute', said(a.sites[0]!.compute.label, s)],
              ['accelerators', said(a.sites[0]!.accelerators.label, s)],
            ]}
            choose={(measure) => go({ state: { ...state, measure } }, 'replace')}
          />
        }
      />
      {frame ? <div class="brush" style={frame} aria-hidden="true" /> : null}
    </div>
  );
}

/** The arrows belong to the map while it has the focus; elsewhere they move the months. */
function walkKeys(event: KeyboardEvent, walk: (by: number) => void): void {
  if (event.target instanceof HTMLInputElement) return;
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  walk(by);
}

function Entry(props: {
  site: SiteResult;
  chosen: boolean;
  picked: boolean;
  pick: () => void;
  choose: (id: string | undefined) => void;
  walk: (by: number) => void;
}) {
  const { s, w, place, run } = useApp();
  const drawn = run.world?.sites[props.site.id];
  const { site, chosen, picked, pick, choose, walk } = props;
  const { claimed, unit } = site.compute;
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const list = here.current?.parentElement;
    // Only the list scrolls: the page stays where the reader looks.
    if (chosen && list) list.scrollTop = here.current!.offsetTop - list.offsetTop - 40;
  }, [chosen]);
  return (
    <li ref={here} data-item={site.id}>
      <input type="checkbox" checked={picked} aria-label={w.pickSite(said(site.name, s))} onChange={pick} />
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => choose(chosen ? undefined : site.id)}
        onKeyDown={(event) => walkKeys(event, walk)}
      >
        {said(site.name, s)}
        <span class="note">
          {site.count > 1 ? `× ${site.count} · ` : ''}
          {drawn
            ? s.stage[drawn.stage]
            : w.marked(`${s.stage.lit} ${percent(site.stages.lit, s)}`, w.inferredMark)}
        </span>
      </button>
      {chosen && place.at === 'screen' ? (
        <div class="map-facts">
          <p>
            <span class="claimed">
              {s.claimed} {claimed ? claim(claimed, unit, s) : s.notKnown}
            </span>
            <br />
            {w.inferredMark} <Amount estimate={site.compute} world={run.world?.sites[site.id]?.compute} />
          </p>
          <Link to={{ at: 'screen', dossier: place.dossier, screen: 'sites', item: site.id }}>
            {w.siteCard}
          </Link>
        </div>
      ) : null}
    </li>
  );
}
