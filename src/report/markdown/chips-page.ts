import type { Catalogue, Chip } from '../../chips/chip.ts';
import { weakestFlag } from '../../chips/weakest-flag.ts';
import { isExact } from '../../controls/bound.ts';
import { itemOf } from '../../controls/item.ts';
import { performanceDensity } from '../../controls/processing-performance.ts';
import { knownText, plain } from '../controls-words.ts';
import { en } from '../strings/en.ts';
import { markdownTable } from './table.ts';

/** The reference page of all chips and systems, as Markdown. */
export function chipsPage({ chips, servers }: Catalogue): string {
  const vendors = [...new Set([...chips.values()].map(({ vendor }) => vendor.name.en))].sort();
  const sections = vendors.flatMap((vendor) => [
    `## ${vendor}\n`,
    `${markdownTable(heads, [...chips.values()].filter((chip) => chip.vendor.name.en === vendor).map(row))}\n`,
  ]);
  const systems = servers.map(({ id, name, chips: held, accelerators, rated }) => [
    id,
    name,
    held.join(', '),
    plain(accelerators),
    rated.quantity.spread.form === 'unknown' ? 'not published' : rated.quantity.text,
    rated.flag ?? '',
  ]);
  const systemTable = markdownTable(
    ['id', 'system', 'chips', 'accelerators', 'rated power', 'flag'],
    systems,
  );
  return [
    '# Chips\n',
    introduction(chips.size, servers.length),
    ...sections,
    '## Systems\n',
    `${systemTable}\n`,
  ].join('\n');
}

const introduction = (
  chips: number,
  systems: number,
) => `Generated from \`data/chips\`; do not edit. ${chips} accelerators and ${systems} systems.

TPP is total processing performance, PD performance density (TPP/mm²); both are arithmetic on dense rates. Bandwidths are
in GB/s, links in both directions without PCIe. Flags: A vendor's page or two sources, B one source, C reported,
conflicting or estimated, K recalled. \`sandtable chip ID\` shows every figure with its source.
`;

const heads = [
  'id',
  'chip',
  'released',
  'market',
  'TPP',
  'PD',
  'memory bandwidth',
  'link',
  'die mm²',
  'flag',
  'sources',
];

function row(chip: Chip): string[] {
  const item = itemOf(chip);
  const [first, ...others] = item.readings;
  const tpp = first ? knownText(first.tpp, '', en) : '–';
  const also = others.map((one) => ` or ${knownText(one.tpp, '', en)}`).join('');
  const density = first && performanceDensity(first.tpp, item.dieArea);
  return [
    chip.id,
    chip.name,
    chip.released.text,
    [chip.market, chip.madeFor && `for ${chip.madeFor}`, chip.marketContested && 'contested']
      .filter(Boolean)
      .join(', '),
    `${tpp}${also}`,
    density && isExact(density) ? density.high.toFixed(3) : '–',
    bare(knownText(item.bandwidth, '', en)),
    bare(knownText(item.link, '', en)),
    bare(knownText(item.dieArea, '', en)),
    weakestFlag(chip) ?? '',
    chip.memory.citation.sources.join(', '),
  ];
}

const bare = (text: string) => (text === en.controls.unknownValue ? '–' : text);
