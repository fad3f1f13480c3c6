import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { median } from '../../chips/figure.ts';
import { requireChip } from '../../chips/find.ts';
import type { Site } from '../../dossier/dossier.ts';
import { inTurn, say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { siteCsv } from '../../report/csv/site.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { siteFigure } from '../../report/figures/site.ts';
import { siteJson } from '../../report/site-json.ts';
import { siteScreen } from '../../report/terminal/site.ts';
import { atAltitude, type Climate } from '../../site/climate.ts';
import { parseEpw } from '../../site/epw.ts';
import type { Grounds } from '../../site/grounds.ts';
import { climatesOf } from '../../site/site-climates.ts';
import { blendOf, requireAltitude, type SiteReport, siteReport } from '../../site/site-report.ts';
import type { Localised } from '../../sources/source.ts';
import { type Context, opened, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { siteFigures, siteFormats } from '../formats.ts';
import { shown } from '../options.ts';
import { lengthOf, siteWish, type WrittenSite } from '../site-options.ts';
import { checkOutput } from '../store.ts';
import { systemError } from '../system-error.ts';
import { emit, formatOf } from './assess.ts';

export interface SiteOptions extends WrittenSite, Shown {
  weather?: string;
  altitude?: string;
  format?: (typeof siteFormats)[number];
  figure?: (typeof siteFigures)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

interface Place {
  id: string;
  name: Localised;
  region: string;
  chip: string;
  day: number;
  climates: readonly Climate[];
  /** Climates where it stands at another altitude. */
  climatesAt(altitude: number): readonly Climate[];
  feed?: string;
}

/** `sandtable site`: what a place can power and cool. */
export async function siteVerb(reference: string, options: SiteOptions, context: Context): Promise<ExitCode> {
  const { effects, engine } = context;
  checkOutput(options.output, effects);
  const world = await engine.world();
  const grounds = await engine.grounds();
  const place = await placeOf(reference, grounds, context);
  const altitude = options.altitude === undefined ? undefined : lengthOf('--altitude', options.altitude);
  if (altitude !== undefined) requireAltitude(altitude);
  const climates = altitude === undefined ? place.climates : place.climatesAt(altitude);
  const wish = siteWish(options, {
    chip: place.chip,
    blend: blendOf(world.site, place.region),
    day: place.day,
    chipOf: (name) => requireChip(world.catalogue, name),
    ...(place.feed !== undefined && { feed: place.feed }),
  });
  const file =
    options.weather === undefined ? undefined : weatherFile(options.weather, climates[0]!, context);
  const report = siteReport(
    { ...place, climates: file ? climates.slice(0, 1) : climates, ...(file && { file }) },
    wish,
    { grounds, site: world.site, catalogue: world.catalogue },
  );
  emit(written(report, options, context), options, context);
  return exitCodes.done;
}

function written(report: SiteReport, options: SiteOptions, context: Context): string {
  const page = pageFor(context, options);
  switch (formatOf(options.format, options.plain, context)) {
    case 'screen':
      return siteScreen(report, page);
    case 'json':
      return siteJson(report);
    case 'csv':
      return siteCsv(report);
    case 'svg':
      return figureSvg(
        siteFigure(report, options.figure ?? 'chain', { strings: page.strings, theme: options.theme }),
      );
  }
}

function weatherFile(path: string, climate: Climate, { effects }: Context) {
  let text: string;
  try {
    text = readFileSync(resolve(effects.cwd, path), 'latin1');
  } catch (problem) {
    refuse(
      'ST-P012',
      say('{path} cannot be read: {reason}.', {
        path: `\`${shown(path)}\``,
        reason: systemError(problem),
      }),
      say('Check the path: --weather takes the .epw file itself.'),
    );
  }
  return parseEpw(text, climate);
}

/** A climate by its id or by its name in any language, however the letters are. */
function climateNamed(reference: string, climates: Grounds['climates']): Climate | undefined {
  const found = climates.get(reference);
  if (found) return found;
  const wanted = reference.trim().toLowerCase();
  return [...climates.values()].find(({ id, name }) =>
    [id, ...Object.values(name)].some((one) => one?.toLowerCase() === wanted),
  );
}

async function placeOf(reference: string, { climates }: Grounds, context: Context): Promise<Place> {
  const { quotes } = (await context.engine.world()).catalogue;
  const climate = climateNamed(reference, climates);
  if (climate) {
    const day = Math.max(...quotes.map(({ published }) => published.to));
    const { id, name, region = 'other' } = climate;
    const climatesAt = (altitude: number) => [atAltitude(climate, altitude)];
    return { id, name, region, chip: 'h100', day, climates: [climate], climatesAt };
  }
  const slash = reference.lastIndexOf('/');
  if (slash < 1) {
    const known = [...climates.keys()];
    const near =
      didYouMean(reference.toLowerCase(), known) ??
      say('Places are {names}.', {
        names: say('{names} and more', { names: known.slice(0, 10).join(', ') }),
      });
    const fix = inTurn(near, say('A site of a dossier is written xinjiang-qinghai/yiwu.'));
    refuse('ST-P018', say('There is no place `{name}`.', { name: shown(reference) }), fix);
  }
  const dossier = await opened(reference.slice(0, slash), context);
  const wanted = reference.slice(slash + 1);
  const site = dossier.sites.find(({ id }) => id === wanted);
  if (!site) {
    const ids = dossier.sites.map(({ id }) => id);
    const fix = didYouMean(wanted, ids) ?? say('Its sites are {names}.', { names: ids.join(', ') });
    const what = wanted
      ? say('There is no site `{id}`.', { id: shown(wanted) })
      : say('No site of the dossier is named.');
    refuse('ST-P018', what, fix);
  }
  const location = locationOf(site);
  const feed = site.limits.find(({ kind }) => kind === 'feed')?.amount.text;
  return {
    id: `${dossier.id}/${site.id}`,
    name: site.name,
    region: site.region,
    chip: dossier.hub.namedChips[0] ?? 'h100',
    day: dossier.hub.asOf.to,
    climates: climatesOf(climates, location),
    climatesAt: (altitude) => climatesOf(climates, { ...location, altitude: [altitude, altitude] }),
    ...(feed !== undefined && { feed }),
  };
}

function locationOf(site: Site) {
  const { location } = site;
  if (!location) {
    refuse(
      'ST-P018',
      say('The site `{id}` has no location.', { id: site.id }),
      say('Add `location:` to its file, or ask for a place nearby.'),
    );
  }
  const { latitude, longitude, elevation } = location;
  const spread = elevation?.spread;
  if (!elevation || !spread || spread.form === 'unknown') return { latitude, longitude };
  const [low, high] =
    spread.form === 'interval' || spread.form === 'estimate'
      ? [spread.low * elevation.unit.scale, spread.high * elevation.unit.scale]
      : [median(elevation)!, median(elevation)!];
  return { latitude, longitude, altitude: [low, high] as const };
}
