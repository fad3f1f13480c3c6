import { useEffect, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import { type Geography, parseGeography } from '../../report/figures/geography.ts';
import { mapFigure } from '../../report/figures/map.ts';
import { useApp } from '../context.ts';
import { Svg } from './svg.tsx';

const geographyAddress = new URL('../../../data/geography/western-china.json', import.meta.url);

let ground: Promise<Geography | undefined> | undefined;

/** The land under a map, read once; without it sites stand on plain paper. */
export function useGround(): Geography | undefined {
  const [land, setLand] = useState<Geography | undefined>();
  useEffect(() => {
    ground ??= fetch(geographyAddress)
      .then((answer) => answer.text())
      .then(parseGeography)
      .catch(() => undefined);
    void ground.then(setLand);
  }, []);
  return land;
}

/** Where the sites of a hub are, in little: ground and marks. */
export function MapThumb({ a }: { a: Assessment }) {
  const { s, theme } = useApp();
  const land = useGround();
  if (!land) return null;
  const look = { width: 320, height: 196, bare: true, little: true, theme, strings: s } as const;
  return <Svg node={mapFigure(a, land, look).svg} />;
}
