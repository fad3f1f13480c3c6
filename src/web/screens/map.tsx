import { useEffect, useState } from 'preact/hooks';
import { percent } from '../../report/amount.ts';
import { type Geography, parseGeography } from '../../report/figures/geography.ts';
import { mapFigure } from '../../report/figures/map.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { Link } from '../parts/link.tsx';
import { Waiting } from '../parts/waiting.tsx';

const geographyAddress = new URL('../../../data/geography/western-china.json', import.meta.url);

let ground: Promise<Geography | undefined> | undefined;

/** The land under the map, read once; without it sites stand on plain paper. */
function readGround(): Promise<Geography | undefined> {
  ground ??= fetch(geographyAddress)
    .then((answer) => answer.text())
    .then(parseGeography)
    .catch(() => undefined);
  return ground;
}

/** Where, and how far along? Sites on the ground, and a list that walks them from west to east. */
export function MapScreen() {
  const { w, s, run, place, go } = useApp();
  const [land, setLand] = useState<Geography | undefined>();
  useEffect(() => void readGround().then(setLand), []);
  const a = run.assessment;
  if (!a || place.at !== 'screen') return <Waiting />;
  const ours = a.sites.filter(({ role }) => role === 'hub');
  const located = ours
    .filter((site) => site.place !== null)
    .sort((p, q) => p.place!.longitude - q.place!.longitude);
  const site = located.some(({ id }) => id === place.item) ? place.item : undefined;
  return (
    <article class="screen" aria-label={w.screen.map}>
      <Head title={w.asks.map} />
      <div class="map-split">
        <FigureView
          most={1000}
          on={[a, land, site]}
          draw={(look) => mapFigure(a, land, { ...look, ...(site && { site }) })}
        />
        <ul class="map-list">
          {located.map((one) => (
            <li key={one.id} data-item={one.id}>
              <button
                type="button"
                aria-pressed={one.id === site}
                onClick={() =>
                  go({ place: { ...place, item: one.id === site ? undefined : one.id } as typeof place })
                }
              >
                {said(one.name, s)}{' '}
                <span class="note">
                  {s.stage.lit} {percent(one.stages.lit, s)}
                </span>
              </button>
              {one.id === site ? (
                <Link to={{ at: 'screen', dossier: place.dossier, screen: 'sites', item: one.id }}>
                  {w.openDossier}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
