import type { Catalogue, Chip } from '../../chips/chip.ts';
import { type Figure, median } from '../../chips/figure.ts';
import { weakestFlag } from '../../chips/weakest-flag.ts';
import { isExact } from '../../controls/bound.ts';
import { itemOf } from '../../controls/item.ts';
import { performanceDensity } from '../../controls/processing-performance.ts';
import { formatQuantity } from '../../units/format.ts';
import { knownText, plain, readingTexts } from '../controls-words.ts';
import { controlsScreenWords } from '../strings/screen-words.ts';
import { clean, type Strings, said } from '../strings/strings.ts';
import { type Column, commandLines, heading, type Page, page, paragraph, table } from './page.ts';
import { basisGlyphs } from './quantities.ts';

/** A list of chips: performance, density, memory, power, how well checked. */
export function chipsScreen(chips: readonly Chip[], all: number, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const own = controlsScreenWords(s);
  const c = s.controls;
  const wide = on.width >= 100;
  const first = chips[0]?.id ?? 'h20';
  const shape: Column[] = [
    { head: own.chipHead, flexible: true },
    ...(wide ? [{ head: own.makerHead }] : []),
    { head: own.releasedHead },
    { head: 'TPP', align: 'right' },
    { head: 'PD', align: 'right' },
    { head: c.memoryHead, align: 'right' },
    { head: own.flagHead },
  ];
  const rows = chips.map((chip) => [
    clean(chip.id),
    ...(wide ? [said(chip.vendor.name, s)] : []),
    chip.released.text,
    ...performanceOf(chip, s),
    memoryOf(chip, s),
    weakestFlag(chip) ?? '',
  ]);
  const lines = [
    ...table(shape, rows, on),
    ...paragraph(own.flagLegend, on).map(style.quiet),
    '',
    ...paragraph(c.noAdvice, on, 2).map(style.quiet),
    `  ${c.next}`,
    ...commandLines([`sandtable chip ${first}`, `sandtable status ${first} --on 2026-08-01 --to CN`], on),
  ];
  return `\n${heading(own.chipsHead(chips.length, all), on)}\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function performanceOf(chip: Chip, s: Strings): [string, string] {
  const item = itemOf(chip);
  const tpp = item.readings[0]?.tpp;
  if (!tpp) return ['–', '–'];
  const density = performanceDensity(tpp, item.dieArea);
  const shown = isExact(tpp)
    ? plain(Math.round(tpp.high))
    : s.range(plain(Math.round(tpp.low)), plain(Math.round(tpp.high)));
  return [shown, isExact(density) ? density.high.toFixed(2) : '–'];
}

const memoryOf = (chip: Chip, s: Strings): string =>
  median(chip.memory.quantity) === undefined
    ? '–'
    : formatQuantity(chip.memory.quantity, { locale: s.tag, unit: 'keep' });

/** One chip: every figure with basis, flag and source, systems, prices. */
export function chipScreen(chip: Chip, { servers, quotes }: Catalogue, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const c = s.controls;
  const facts = [
    chip.released.text,
    c.market[chip.market],
    ...(chip.marketContested ? [c.contested] : []),
    ...(chip.notSold ? [c.notSold] : []),
    ...(chip.form ? [clean(chip.form)] : []),
    ...(chip.madeFor ? [controlsScreenWords(s).madeFor(clean(chip.madeFor))] : []),
    ...(chip.process ? [clean(chip.process)] : []),
  ];
  const item = itemOf(chip);
  const parts = [
    [
      `  ${style.strong(`${said(chip.vendor.name, s)} ${clean(chip.name)}`)}`,
      ...paragraph(facts.join(' · '), on, 2),
      ...(chip.aliases.length > 0
        ? paragraph(`${c.names}${s.colon}${chip.aliases.map(clean).join(', ')}`, on, 2).map(style.quiet)
        : []),
      ...(chip.note ? paragraph(clean(chip.note), on, 2).map(style.quiet) : []),
    ],
    figureTable(chip, on),
    [
      heading(c.performance, on),
      ...readingTexts({ item }, s).flatMap((line) => paragraph(line, on)),
      ...paragraph(
        `${c.density}${s.colon}${item.readings[0] ? knownText(performanceDensity(item.readings[0].tpp, item.dieArea), '', s) : c.unknownValue}`,
        on,
      ),
    ],
    systems(chip, servers, on),
    prices(chip, quotes, on),
    [
      `  ${c.next}`,
      ...commandLines(
        [`sandtable status ${chip.id} --on 2026-08-01 --to CN`, `sandtable timeline ${chip.id} --to CN`],
        on,
      ),
    ],
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function figureTable(chip: Chip, on: Page): string[] {
  const { strings: s } = on;
  const own = controlsScreenWords(s);
  const c = s.controls;
  const named: [string, Figure | undefined][] = [
    ...Object.entries(chip.peak).map(([format, figure]): [string, Figure | undefined] => [
      format.toUpperCase(),
      figure,
    ]),
    [c.memoryHead, chip.memory],
    [c.input.bandwidth, chip.bandwidth],
    [controlsScreenWords(on.strings).interconnect, chip.interconnect],
    ['PCIe', chip.pcie],
    ['TDP', chip.power],
    [c.input.dieArea, chip.dieArea],
  ];
  const rows = named.flatMap(([name, figure]) =>
    figure
      ? [
          [
            name,
            figure.quantity.spread.form === 'unknown'
              ? c.unknownValue
              : formatQuantity(figure.quantity, { locale: s.tag, unit: 'keep', figures: 8 }),
            on.plain ? s.basis[figure.citation.basis] : basisGlyphs[figure.citation.basis],
            figure.flag ?? '',
            figure.citation.sources.join(', '),
          ],
        ]
      : [],
  );
  const shape: Column[] = [
    { head: own.figureHead },
    { head: own.valueHead, align: 'right' },
    {},
    { head: own.flagHead },
    { head: own.sourceHead, flexible: true },
  ];
  return table(shape, rows, on);
}

function systems(chip: Chip, servers: Catalogue['servers'], on: Page): string[] {
  const holding = servers.filter(({ chips }) => chips.includes(chip.id));
  if (holding.length === 0) return [];
  const lines = holding.map(({ name, accelerators, rated }) => {
    const power =
      rated.quantity.spread.form === 'unknown'
        ? on.strings.controls.unknownValue
        : formatQuantity(rated.quantity, { locale: on.strings.tag, unit: 'keep' });
    return `${clean(name)}${on.strings.colon}${plain(accelerators)} × ${power}`;
  });
  return [
    heading(controlsScreenWords(on.strings).systemsHead, on),
    ...lines.flatMap((line) => paragraph(line.replace(' × ', ', '), on)),
  ];
}

function prices(chip: Chip, quotes: Catalogue['quotes'], on: Page): string[] {
  const { strings: s } = on;
  const c = controlsScreenWords(s);
  const own = quotes.filter((quote) => quote.chip === chip.id);
  if (own.length === 0) return [];
  const lines = own.map(
    ({ date, place, channel, amount, accelerators, scope, citation }) =>
      `${date.text} ${c.quoted(clean(place))}${s.comma}${c.quoted(channel)}${s.colon}${s.quantity(amount)} / ${plain(accelerators)} (${c.quoted(scope)}) ${on.plain ? s.basis[citation.basis] : basisGlyphs[citation.basis]} ${citation.sources.join(', ')}`,
  );
  return [heading(c.pricesHead, on), ...lines.flatMap((line) => paragraph(line, on))];
}
