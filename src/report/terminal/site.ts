import { plantKinds } from '../../site/cooling-constants.ts';
import { powerKinds } from '../../site/power-kinds.ts';
import type { SiteReport, SiteVariant } from '../../site/site-report.ts';
import { counted } from '../amount.ts';
import { siteScreenWords } from '../strings/screen-words.ts';
import { said, saidOtherwise } from '../strings/strings.ts';
import { alarm, bothEnds, commandLines, heading, type Page, page, paragraph, table } from './page.ts';
import { columns } from './text.ts';

/**
 * The terminal screen of a site.
 *
 * @param report from `siteReport`
 * @returns the text, ending in a newline
 */
export function siteScreen(report: SiteReport, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const main = report.variants[0]!;
  const parts = [
    header(report, main, on),
    altitudes(report, on),
    power(main, on),
    cooling(report, main, on),
    months(main, on),
    modes(main, on),
    supply(main, on),
    limits(report, main, on),
    money(main, on),
    footer(report, on),
  ];
  const written = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'));
  return `\n${written.join('\n\n')}\n`;
}

/** Significant figures: three. */
const three = (value: number, { strings }: Page) => strings.number(value, 3);
const pueText = (value: number) => value.toFixed(3);

function header(report: SiteReport, variant: SiteVariant, on: Page): string[] {
  const { weather, altitude, proxy, moved, year } = variant;
  const { strings: s, style } = on;
  const words = siteScreenWords(s);
  const other = saidOtherwise(report.name, s);
  const plants = plantKinds.flatMap((kind) => {
    const share = report.plants[kind];
    return share ? `${share < 1 ? `${Math.round(share * 100)} % ` : ''}${words.plant[kind]}` : [];
  });
  const figures = {
    mean: weather.mean.toFixed(1),
    t996: weather.t996.toFixed(1),
    wetBulb: weather.wetBulb996.toFixed(1),
    years: Math.round(weather.years),
  };
  const lines = [
    `${words.fleet(s.number(year.chips, 3), report.chip, words.duty[report.duty])} · ${plants.join(', ')}`,
    ...(report.file
      ? [words.file(report.file.station), ...report.file.repairs.map(words.repair)]
      : [words.weather(figures)]),
    ...(proxy && !report.file ? [words.proxied(proxy)] : []),
    ...(moved ? [movedText(moved, on)] : []),
  ];
  const title = `  ${style.strong(said(report.name, s))}${other ? ` ${other}` : ''}`;
  return [
    ...bothEnds(title, words.at(String(Math.round(altitude))), on),
    ...lines.flatMap((line) => paragraph(line, on)),
  ];
}

function movedText({ from, warmer }: NonNullable<SiteVariant['moved']>, { strings: s }: Page): string {
  return siteScreenWords(s).moved(String(Math.round(from)), Math.abs(warmer).toFixed(1), warmer > 0);
}

function altitudes({ variants }: SiteReport, on: Page): string[] {
  if (variants.length < 2) return [];
  const words = siteScreenWords(on.strings);
  const rows = variants.map(({ altitude, weather, spread, year }) => [
    words.at(String(Math.round(altitude))),
    `${weather.mean.toFixed(1)} °C`,
    `PUE ${pueText(year.cooling.meanPue)} (${pueText(spread.pue.low)} – ${pueText(spread.pue.high)})`,
    `${year.cooling.meanWue.toFixed(2)} L/kWh`,
  ]);
  return [
    ...paragraph(words.altitudes, on, 2),
    ...table([{}, { align: 'right' }, { flexible: true }, { align: 'right' }], rows, on),
  ];
}

function power({ year }: SiteVariant, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const rows = powerKinds.map((kind) => [
    words.kind[kind],
    `${three(year.stated[kind], on)} MW`,
    words.kindMeaning[kind],
  ]);
  const swing =
    year.swingMw > 0
      ? paragraph(
          words.swing(
            three(year.swingMw, on),
            year.swingShare === null ? null : on.strings.percent(String(Math.round(year.swingShare * 100))),
          ),
          on,
        )
      : [];
  const storage = year.swingStorageMw ? alarm(words.swingStorage(three(year.swingStorageMw, on)), on) : [];
  return [
    heading(words.powerHead, on),
    ...table([{}, { align: 'right' }, { flexible: true }], rows, on),
    ...swing,
    ...storage,
  ];
}

function cooling(_: SiteReport, { year, spread }: SiteVariant, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const { overheats, meanPue } = year.cooling;
  const pue = words.pueLine({
    mean: pueText(meanPue),
    low: pueText(spread.pue.low),
    high: pueText(spread.pue.high),
    peak: pueText(year.peakPue),
  });
  const water = words.wueLine({
    wue: year.water.litresPerKwh.toFixed(2),
    volume: three(year.water.cubicMetres, on),
    people: counted(year.water.people, on.strings),
  });
  return [
    heading(words.coolingHead, on),
    ...paragraph(pue, on),
    ...paragraph(water, on),
    ...(overheats
      ? [
          ...alarm(words.overheats(overheats.hours.toFixed(0), overheats.from.toFixed(1)), on),
          ...paragraph(words.asIfHeld, on),
        ]
      : []),
  ];
}

function months({ year }: SiteVariant, on: Page): string[] {
  const own = siteScreenWords(on.strings);
  const words = on.strings.site;
  const most = Math.max(...year.months.map(({ pue }) => pue - 1));
  const room = Math.max(0, Math.min(40, on.width - 30));
  const rows = year.months.map(({ pue, wue }, m) => [
    words.month[m]!,
    pueText(pue),
    on.plain ? '' : '■'.repeat(Math.round(((pue - 1) / most) * room)),
    wue.toFixed(2),
  ]);
  const shape = [
    {},
    { head: 'PUE', align: 'right' as const },
    { ...(!on.plain && { head: own.above }), paint: on.style.inferred },
    { head: 'L/kWh', align: 'right' as const },
  ];
  return table(shape, rows, on, own.monthsHead);
}

function modes({ year }: SiteVariant, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const built = plantKinds.flatMap((kind) => {
    const hours = year.cooling.modes[kind];
    return hours ? [{ kind, hours }] : [];
  });
  const rows = words.mode.map((name, mode) => [
    name,
    ...built.map(({ hours }) => `${Math.round(hours[mode]!)} h`),
  ]);
  const shape = [{}, ...built.map(({ kind }) => ({ head: words.shortPlant[kind], align: 'right' as const }))];
  return table(shape, rows, on, words.modesHead);
}

function supply(variant: SiteVariant, on: Page): string[] {
  const own = siteScreenWords(on.strings);
  const words = on.strings.site;
  const { dispatch, storageIdle, calm, firmMw, carbonTonnes, farmCost } = variant.year.supply;
  const served = [
    ['direct', dispatch.direct],
    ['storage', dispatch.discharged],
    ['grid', dispatch.grid],
    ['unserved', dispatch.unserved],
  ] as const;
  const made = [
    ['photovoltaic', dispatch.photovoltaic],
    ['wind', dispatch.wind],
    ['direct', dispatch.direct],
    ['charged', dispatch.charged],
    ['lost', dispatch.lostInStorage],
    ['curtailed', dispatch.curtailed],
  ] as const;
  return [
    ...energies(words.supplyHead, { parts: served, whole: dispatch.load }, variant, on),
    ...short(variant, on),
    ...energies(own.madeHead, { parts: made, whole: dispatch.photovoltaic + dispatch.wind }, variant, on),
    ...(calm ? alarm(own.calm(on.strings.number(calm.hours, 4)), on) : []),
    ...(storageIdle ? paragraph(own.storageIdle, on) : []),
    ...(firmMw > 0 ? paragraph(own.firm(three(firmMw, on)), on) : []),
    ...(farmCost === null ? [] : paragraph(own.farmCost(farmCost.toFixed(2)), on)),
    ...paragraph(own.carbon(three(carbonTonnes, on)), on),
  ];
}

/** Energies of a year as parts of a whole; nothing where the whole is nothing. */
function energies(
  head: string,
  {
    parts,
    whole,
  }: { parts: readonly (readonly [keyof Page['strings']['site']['source'], number])[]; whole: number },
  { weather }: SiteVariant,
  on: Page,
): string[] {
  if (!(whole > 0)) return [];
  const words = on.strings.site;
  const yearly = (mwh: number) => words.energy(three(mwh / weather.years, on));
  const rows = parts
    .filter(([, mwh]) => mwh > 0)
    .map(([name, mwh]) => [
      words.source[name],
      yearly(mwh),
      on.strings.percent(((100 * mwh) / whole).toFixed(1)),
    ]);
  return [heading(head, on, yearly(whole)), ...table([{}, { align: 'right' }, { align: 'right' }], rows, on)];
}

/** What the feed leaves without power. */
function short({ year, weather }: SiteVariant, on: Page): string[] {
  const { dispatch, feedMw } = year.supply;
  if (feedMw === null || dispatch.hoursUnserved === 0) return [];
  const percent = (100 * dispatch.unserved) / dispatch.load;
  const share = on.strings.percent(percent < 0.1 ? '< 0.1' : percent.toFixed(1));
  const hours = on.strings.number(dispatch.hoursUnserved / weather.years, 3);
  return alarm(siteScreenWords(on.strings).short(three(feedMw, on), share, hours), on);
}

function limits({ seen }: SiteReport, { year }: SiteVariant, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const range = ({ low, high }: { low: number; high: number }) =>
    on.strings.range(on.strings.number(low, 2), on.strings.number(high, 2));
  const fans = seen ? paragraph(words.fans(String(seen.fans), range(seen.chips)), on) : [];
  if (year.limits.length === 0) {
    return [heading(words.limitsHead, on), ...fans, ...(seen ? [] : paragraph(words.noLimit, on))];
  }
  const name = ({ kind, alone }: SiteVariant['year']['limits'][number]) =>
    (alone && words.alone[kind]) || words.limit[kind];
  const rows = year.limits.map((one) => [
    name(one),
    words.chipsOf(on.strings.number(one.chips, 3)),
    one.exceeded ? words.exceeded : words.holds,
  ]);
  const [first] = year.limits;
  const lines = table([{}, { align: 'right' }, { flexible: true }], rows, on);
  const said_ = words.binds(name(first!));
  return [
    heading(words.limitsHead, on),
    ...lines,
    ...(first!.exceeded ? alarm(said_, on) : paragraph(said_, on)),
    ...fans,
  ];
}

function money({ year }: SiteVariant, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const { cost } = year;
  if (!cost) return [heading(words.costHead, on), ...paragraph(words.noPrice, on)];
  const sum = Object.values(cost.capital).reduce((all, one) => all + one, 0);
  return [
    heading(words.costHead, on),
    ...paragraph(words.capital(on.strings.number(sum, 2), on.strings.number(cost.capital.servers, 2)), on),
    ...paragraph(words.chipHour(on.strings.number(cost.perChipHour, 2)), on),
  ];
}

function footer({ id }: SiteReport, on: Page): string[] {
  const words = siteScreenWords(on.strings);
  const lead = `  ${on.strings.next}  `;
  const lines = commandLines(words.next(id), on, columns(lead)).map((line) => line.slice(columns(lead)));
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(columns(lead))) + on.style.strong(line));
}
