import type { Catalogue } from '../../src/chips/chip.ts';
import { median as medianOf } from '../../src/chips/figure.ts';
import { requireChip } from '../../src/chips/find.ts';
import { peak } from '../../src/chips/peak.ts';
import { constantsOf } from '../../src/site/class-file.ts';
import { requireClimate } from '../../src/site/climate-file.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { coolingMiddles, type Grounds, middlesOf } from '../../src/site/grounds.ts';
import { ratedPower } from '../../src/site/power.ts';
import { statedPowers } from '../../src/site/power-kinds.ts';
import type { SiteModel } from '../../src/site/site-model.ts';
import { peakPue, yearlyPue } from '../../src/site/yearly-pue.ts';
import { typicalWeather } from './located.ts';
import { signed, table } from './markdown.ts';
import type { PublishedPower, PueStatement } from './published.ts';
import { median } from './pue.ts';

/** Single statements, compared and not fitted. */
export function statementSection(statements: readonly PueStatement[], grounds: Grounds): string {
  const rows = statements.map((one) => {
    const weather = typicalWeather(requireClimate(grounds.climates, one.place), grounds);
    const operator = one.class ? grounds.classes.get(one.class)! : undefined;
    const plant = operator ?? { blend: { [one.plant!]: 1 } };
    const base = coolingMiddles(grounds);
    const { meanPue } = coolingYear(weather, {
      constants: operator ? constantsOf(base, operator) : base,
      blend: plant.blend,
    });
    const model = meanPue + (operator?.overhead ?? 0);
    const said = one.pue === undefined ? `< ${one.below}` : String(one.pue);
    const verdict =
      one.pue === undefined ? (model < one.below! ? 'holds' : 'does not hold') : signed(model - one.pue);
    return [one.id, one.name, one.class ?? one.plant!, said, model.toFixed(3), verdict];
  });
  return `## Single statements\n\nNot used for any constant. Means over many halls stand for leased ones without water, in a climate of their middle.\n\n${table(['id', 'site', 'plant', 'stated', 'model', 'error'], rows)}`;
}

const anywhere = { region: 'other' };

/** Chips to megawatts, the kind of number known. */
export function powerSection(
  rows: readonly PublishedPower[],
  { grounds, site, catalogue }: { grounds: Grounds; site: SiteModel; catalogue: Catalogue },
): string {
  const { headroom } = middlesOf(grounds.power).feeder;
  const middle = (figure: Parameters<typeof medianOf>[0]) => medianOf(figure)!;
  const chain = {
    peakShare: middle(site.power.peakShare.quantity),
    clusterOverhead: middle(site.power.clusterOverhead.quantity),
    diversity: middle(site.power.diversity.training.quantity),
    // Grants and peaks are those of the extreme hour.
    pue: yearlyPue(site, anywhere).quantile(0.5) * peakPue(site, anywhere).quantile(0.5),
  };
  const rate = (name: string) => peak(requireChip(catalogue, name))!.quantile(0.5);
  const scoredRows = rows.map((row) => {
    const chips = row.count ?? (row.equivalents! * rate('h100-sxm5')) / rate(row.chip);
    const ratedMw =
      (chips * ratedPower(site, catalogue, requireChip(catalogue, row.chip)).quantile(0.5)) / 1e6;
    const model = statedPowers(ratedMw, {
      chain,
      provisioned: middle(site.power.provisioned.quantity),
      headroom,
    })[row.kind];
    return { ...row, chips, model, ratio: model / row.mw };
  });
  const sorted = [...scoredRows].sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const lines = sorted.map((row) => [
    row.id,
    row.name,
    row.chip,
    String(Math.round(row.chips)),
    row.kind,
    String(row.mw),
    String(Number(row.model.toPrecision(3))),
    row.ratio.toFixed(2),
  ]);
  const head = ['id', 'site', 'chip', 'chips', 'kind', 'MW', 'model', 'ratio'];
  const middleRatio = median(scoredRows.map(({ ratio }) => ratio)).toFixed(2);
  return `## Chips to megawatts\n\nMedian ratio of model to published ${middleRatio}.${equivalents(scoredRows)}\n\n${table(head, lines)}`;
}

/** What rows in H100 equivalents say of one chip, beside what their source says of the power of a GPU. */
function equivalents(rows: readonly (PublishedPower & { chips: number })[]): string {
  const own = rows.filter((row) => row.equivalents !== undefined && row.chip === 'gb200');
  if (own.length === 0) return '';
  const each = own.map(({ mw, chips }) => (1000 * mw) / chips);
  const [least, most] = [Math.min(...each).toFixed(1), Math.max(...each).toFixed(1)];
  return ` Rows in H100 equivalents are turned into chips here, by dense FP16; dense FP8 gives the same. That makes ${least} to ${most} kW of IT for each GB200, where a rack with all that belongs to it takes 2.0, and where their source's own ratios (server 1.53 of the GPU, IT 1.14 of the server, facility 1.4 of IT; epoch-gpu-share-2025) make 2.1 of IT and 2.9 of the facility. So these rows look like powers of facilities, or like power ahead of its chips. They are scored as the kind they were passed on as.`;
}
