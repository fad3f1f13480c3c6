import { written } from '../errors/message.ts';
import { ambiguous, prefixes, table, type UnitRow } from './table.ts';
import { multipliers } from './words.ts';

/** The reference page on units, in Markdown, written from the table of units. */
export function unitsReference(): string {
  return `${[
    intro,
    ...Object.entries(table).map(([topic, rows]) => section(topic, rows)),
    prefixSection(),
    refusedSection(),
  ].join('\n\n')}\n`;
}

const intro = `# Units

<!-- Written from the table of units by \`unitsReference()\`. Run the tests with UPDATE_DOCS=1 to write it anew. -->

## How to write a quantity

| write | meaning |
|---|---|
| \`600 MW\` | exactly this |
| \`20k to 40k\`, \`5–20%\`, \`500..1700 m\`, \`between 5 and 20%\` | the middle 90 % |
| \`3 (2.5..4) MW\`, \`~3 MW (2.5..4)\` | median 3; the middle 90 % |
| \`over 115k\`, \`>115,000\`, \`at least 7\`, \`115,000+\`, \`超过11.5万\` | from here up; where a source's amount is counted with, the middle 90 % from here to a fifth more |
| \`up to 140k\`, \`< 5%\`, \`under 2 GW\`, \`不超过5亿元\` | from here down |
| \`beta(2, 8)\`, \`normal(mean, sd)\`, \`lognormal(mu, sigma)\`, \`gamma(shape, scale)\`, \`uniform(low, high)\`, \`triangular(low, mode, high)\` | this distribution; a unit stands after the bracket. mu and sigma are of the natural logarithm of the number in that unit |
| \`unknown\`, \`未知\` | nobody knows, and that is said |

A comma separates thousands, a point separates decimals; \`1,5\` and \`1.234.567\` are refused. Inside the brackets of a
distribution a comma separates arguments. Multipliers: ${Object.keys(multipliers)
  .map((word) => `\`${word}\``)
  .join(
    ', ',
  )}, and \`M\`. Beside a currency \`m\`, \`b\`, \`B\`, \`K\` and \`T\` are multipliers, too: \`$5.576m\`, \`1,080m yuan\`.
Full-width characters and Chinese punctuation count as their plain forms.

Refused, with what to write instead: "about 3" without an interval and \`3 ± 0.5\` (how far does it reach?), \`20 to 40k\`
(20 or 20,000?), \`7B\` and \`115K\` (a multiplier or a unit?), a number below zero where nothing is, and every character that
is not understood. A length, a speed, a temperature, money and a plain number can be negative.

Units divide with \`/\` or \`per\`, multiply with \`·\`, \`*\` or a hyphen between words, and take powers: \`CNY/kWh\`,
\`kWh/m2/yr\`, \`W/(m2·K)\`, \`GPU-hours\`, \`m²\`. A currency may stand before the number: \`CNY 0.25/kWh\`.

Upper and lower case differ: \`m\` is a metre or, before a symbol, a thousandth; \`M\` is a million. \`MW\` is a megawatt and
\`mW\` is refused. \`P\` is peak compute of unstated precision and sparsity; \`PFLOP/s\` is a rate of stated precision.

Three kinds of difference are never bridged silently: \`MVA\` to \`MW\` takes a power factor, \`P\` to \`FLOP/s\` takes a
convention, and one currency to another takes a rate.

"In SI" below is one of the unit in W, J, VA, m, m2, m3, kg, s, K, Pa, B, FLOP, FLOP/s or one of the currency.`;

function section(topic: string, rows: readonly UnitRow[]): string {
  const lines = rows.map((row) => {
    const others = [
      ...(row.also ?? []),
      ...(row.plural ? [row.plural] : []),
      ...(row.words ?? []),
      ...(row.zh ?? []).filter((name) => name !== row.symbol),
    ];
    const inSI = `${scaleText(row.scale)}${row.zero === undefined ? '' : `, from ${scaleText(row.zero)} K`}`;
    const cells = [
      code(row.symbol),
      row.name,
      inSI,
      row.prefixes ?? '',
      others.map(code).join(', '),
      row.note ?? '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `## ${topic}

| symbol | name | in SI | prefixes | also written | note |
|---|---|---|---|---|---|
${lines.join('\n')}`;
}

function prefixSection(): string {
  const lines = prefixes.map(
    ({ symbol, word, zh, scale }) => `| ${code(symbol)} | ${word} | ${zh ?? ''} | ${scaleText(scale)} |`,
  );
  return `## Prefixes

Decimal prefixes are those of the SI Brochure (9th edition, table 7), binary ones those of IEC 80000-13. A unit takes only
the prefixes of its row.

| symbol | word | Chinese | factor |
|---|---|---|---|
${lines.join('\n')}`;
}

function refusedSection(): string {
  const lines = Object.entries(ambiguous).map(
    ([symbol, { why, write }]) => `| ${code(symbol)} | ${written(why)} | ${write.map(code).join(', ')} |`,
  );
  return `## Refused because they mean two things

| symbol | why | write instead |
|---|---|---|
${lines.join('\n')}`;
}

/** At most eight figures, thousands parted. */
function scaleText(scale: number): string {
  const rounded = Number(scale.toPrecision(8));
  if (rounded >= 1e15 || rounded < 1e-3) return rounded.toExponential().replace('e+', 'e');
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

function code(text: string): string {
  return `\`${text}\``;
}
