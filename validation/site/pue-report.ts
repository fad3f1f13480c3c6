import type { ClassShares } from '../../src/site/class-rules.ts';
import type { Grounds } from '../../src/site/grounds.ts';
import { signed, table } from './markdown.ts';
import type { PublishedPue } from './published.ts';
import {
  fitted,
  type Interval,
  type Modelled,
  mean,
  median,
  modelled,
  type ScoredPue,
  scored,
} from './pue.ts';

type Guess = 'model' | 'out' | 'guess' | 'byRule' | 'unknown';

/** Mean absolute error over the rows that have the figure; nothing where none has, as an operator with one site no guess. */
const error = (rows: readonly ScoredPue[], of: Guess) => {
  const errors = rows.map((row) => Math.abs(row[of] - row.pue)).filter(Number.isFinite);
  return errors.length > 0 ? mean(errors).toFixed(4) : '';
};

/**
 * PUE and WUE against what operators disclose.
 *
 * @param published sites that the constants were fitted to, where `sites` are others
 */
export function pueSection(
  sites: readonly PublishedPue[],
  grounds: Grounds,
  published?: readonly PublishedPue[],
): string {
  const models = modelled(sites, grounds);
  const known = published && modelled(published, grounds);
  const rows = scored(models, grounds, known);
  return [
    '## PUE by region\n',
    `${howScored(published !== undefined)}\n`,
    summary(rows),
    `\n${intervals(rows)}`,
    '\nConstants of the classes, stored and fitted to the sites above:\n',
    constants(models, grounds),
    `\n## WUE\n\n${water(rows)}\n`,
    '## Every site, the worst first\n',
    everySite(rows),
    ...assumed(rows),
  ].join('\n');
}

function howScored(others: boolean): string {
  return `Mean absolute error. *In*: with the stored constants of the class; *left out*: the constants of a site's class fitted without it; *guess*: the mean of the operator's other sites${others ? ' in data/published/pue.yaml' : ''}; *class by the rule*: the class that data/plants/class-rules.yaml gives to its operator and country, and the WUE it states, where it states one; *class unknown*: the same with the rule for anyone. Where no class is stated, it is by the rule throughout. Several classes are taken by their shares. No rule uses a PUE; constants are left out as before.`;
}

function summary(rows: readonly ScoredPue[]): string {
  const operators = [...new Set(rows.map(({ operator }) => operator))];
  const lines = [...operators, 'all'].map((operator) => {
    const own = operator === 'all' ? rows : rows.filter((row) => row.operator === operator);
    return [
      operator,
      String(own.length),
      ...(['model', 'out', 'guess', 'byRule', 'unknown'] as const).map((of) => error(own, of)),
    ];
  });
  return table(['operator', 'sites', 'in', 'left out', 'guess', 'class by the rule', 'class unknown'], lines);
}

/** How wide the middle 90 % is, and how often it holds what is disclosed. */
function intervals(rows: readonly ScoredPue[]): string {
  const said = (name: string, of: (row: ScoredPue) => Interval | null) => {
    const pairs = rows.flatMap((row) => {
      const within = of(row);
      return within ? [{ pue: row.pue, within }] : [];
    });
    if (pairs.length === 0) return [];
    const wide = mean(pairs.map(({ within: [low, high] }) => high - low));
    const held = pairs.filter(({ pue, within: [low, high] }) => pue >= low - 1e-9 && pue <= high + 1e-9);
    return [`${name} ${wide.toFixed(3)} wide, holding ${held.length} of ${pairs.length}`];
  };
  const all = [
    ...said('class known', (row) => row.within),
    ...said('by the rule', (row) => row.withinByRule),
    ...said('unknown', (row) => row.withinUnknown),
  ];
  if (all.length === 0) return '';
  return `Middle 90 %, from what the other sites of the classes stray by: ${all.join('; ')}.\n`;
}

function constants(models: readonly Modelled[], grounds: Grounds): string {
  const classes = [...grounds.classes.values()].map((one) => [
    one.id,
    String(models.filter((row) => row.class === one.id).length),
    signed(one.overhead),
    one.overheadOf === one.id ? signed(fitted(models, one, grounds)) : `that of ${one.overheadOf}`,
  ]);
  return table(['class', 'sites', 'overhead stored', 'fitted'], classes);
}

/** How far the water of plants is from what is disclosed. */
function water(rows: readonly ScoredPue[]): string {
  const told = rows.filter(({ water }) => water !== null);
  if (told.length === 0) return 'No site with water.';
  const lines = [
    waterLine('as stated, else by the rule', told, ({ water }) => water!),
    waterLine('by the rule', told, ({ waterByRule }) => waterByRule!),
  ];
  return `Nothing is fitted to water, and none is used to tell itself: *by the rule* is before the stated WUE is weighed. The factor between model and disclosure, wanted 1.5 in the median, is over the sites with water. Where 0 is disclosed there is no factor, and little is said by one below 0.05 L/kWh, which is what halls cooled without water may take and a few units of the last printed digit: there the error in L/kWh counts, which is over all. A model of less than 0.005 is taken as that.\n\n${table(
    [
      'class',
      'with water',
      'median factor',
      'within 1.5',
      'median ratio',
      'of 0.05 and more',
      'median factor',
      'all',
      'mean error',
      'median error',
      'of 0',
      'model below 0.05',
    ],
    lines,
  )}`;
}

function waterLine(name: string, rows: readonly ScoredPue[], of: (row: ScoredPue) => number): string[] {
  const ratiosFrom = (least: number) =>
    rows
      .filter(({ wue }) => wue! > 0 && wue! >= least)
      .map((row) => Math.log(Math.max(0.005, of(row)) / row.wue!));
  const factorOf = (ratios: readonly number[]) =>
    ratios.length > 0 ? Math.exp(median(ratios.map(Math.abs))).toFixed(2) : '';
  const [all, more] = [ratiosFrom(0), ratiosFrom(0.05)];
  const errors = rows.map((row) => Math.abs(of(row) - row.wue!));
  const none = rows.filter(({ wue }) => wue === 0);
  return [
    name,
    String(all.length),
    factorOf(all),
    String(all.filter((one) => Math.abs(one) <= Math.log(1.5)).length),
    all.length > 0 ? Math.exp(median(all)).toFixed(2) : '',
    String(more.length),
    factorOf(more),
    String(rows.length),
    mean(errors).toFixed(2),
    median(errors).toFixed(2),
    String(none.length),
    String(none.filter((row) => of(row) < 0.05).length),
  ];
}

function everySite(rows: readonly ScoredPue[]): string {
  const sorted = [...rows].sort((a, b) => Math.abs(b.out - b.pue) - Math.abs(a.out - a.pue));
  return table(
    [
      'id',
      'site',
      'class',
      'place',
      'PUE',
      'model, left out',
      'middle 90 %',
      'error',
      'by the rule',
      'WUE',
      'model',
    ],
    sorted.map((row) => [
      row.id,
      row.name,
      row.class ?? 'by the rule',
      row.at.key,
      String(row.pue),
      row.out.toFixed(3),
      row.within ? row.within.map((one) => one.toFixed(2)).join('..') : '',
      signed(row.out - row.pue),
      signed(row.byRule - row.pue),
      row.wue === undefined ? '' : String(row.wue),
      row.water === null ? '' : row.water.toFixed(2),
    ]),
  );
}

/** Which class and climate were assumed where a row states none. */
function assumed(rows: readonly ScoredPue[]): string[] {
  const without = rows.filter((row) => row.class === undefined || row.at.how !== undefined);
  if (without.length === 0) return [];
  const lines = without.map((row) => {
    const weighed = row.wue === undefined ? '' : ` → ${sharesText(row.shares.rule)}`;
    return [
      row.id,
      row.at.how ?? row.at.key,
      row.at.country ?? 'unknown',
      row.class ?? `${sharesText(row.rule.classes)}${weighed}`,
      row.class ? 'stated' : row.rule.id,
      row.class ? '' : (row.rule.note ?? row.rule.citation.why ?? ''),
      row.class ? '' : row.rule.citation.sources.join(', '),
    ];
  });
  return [
    '\n## What was assumed\n',
    'Climate, country and class of the rows that do not state them; nothing is taken from the year. After → as the stated WUE weighs them. A rule holds where operator, country and place do, the first in data/plants/class-rules.yaml; state `country` or `class` where you know better.\n',
    table(['id', 'climate', 'country', 'classes', 'rule', 'because', 'sources'], lines),
  ];
}

function sharesText(shares: ClassShares): string {
  const said = [...shares].filter(([, share]) => share >= 0.005);
  return said.map(([of, share]) => `${of} ${Math.round(100 * share)} %`).join(', ');
}
