import type { Claim, Evidence } from '../dossier/dossier.ts';
import { error, type Place, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Posterior } from '../installed/infer.ts';
import { parameterNames } from '../installed/world-file.ts';
import { chainParameters } from '../site/power.ts';
import { weightedCorrelation, weightedVariance } from '../stats/weighted-mean.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { estimatesAt, poolAt } from '../supply/stock.ts';
import type { Assessment, Estimate, ItemResult, SiteResult } from './assessment.ts';
import { hubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import type { Trace } from './trace.ts';

/** Formulas of the hub's quantities, in words. */
const formulas: Readonly<Record<string, string>> = {
  accelerators:
    'sum over sites of claimed accelerators x share lit, where the named chip runs; in all no more than share of the pool x pool',
  compute: 'sum over sites of claimed accelerators x share lit x dense FP16 peak of the claimed chip',
  legal: 'compute lit on legal substitutes / mean peak of the kinds on offer',
  domestic: 'compute lit on domestic chips / mean peak of the kinds on offer',
  'it-load':
    'sum over routes of accelerators x rated server power x peak share x cluster overhead x diversity',
  'facility-load': 'IT load x PUE',
  'largest-run':
    'sum over routes of compute lit x utilisation of DeepSeek-V3 on 8,192 chips of the route x goodput x 90 days / tokens that sites apart need more',
  'largest-run-site': 'the largest site: compute lit x utilisation x goodput x 90 days',
  'largest-run-h20': 'accelerators of any kind x training rate of an H20 x goodput x 90 days',
  'largest-run-ascend': 'accelerators of any kind x training rate of an Ascend 910B2 x goodput x 90 days',
};

/**
 * Explains one quantity or question of an assessment: its formula, its inputs, the evidence that moved it, down to lines
 * of YAML.
 *
 * @param id of a quantity or a question
 * @throws SandtableError ST-A008
 */
export function explain(
  plan: Plan,
  posterior: Posterior,
  from: { assessment: Assessment; id: string },
): Trace {
  const { assessment, id } = from;
  const question = assessment.questions.find((entry) => entry.id === id);
  if (question) {
    return {
      label: question.text.en,
      value: `${question.word} (${(100 * question.probability).toPrecision(2)} %)`,
      formula: 'share of the weighted worlds in which it is so',
      basis: 'derived',
      children: [
        accelerators(plan, posterior, assessment),
        evidence(plan, assessment.evidence.slice(0, MOST_ITEMS)),
      ],
    };
  }
  const estimate = assessment.quantities.find((entry) => entry.id === id);
  if (!estimate) throw new SandtableError(unknown(assessment, id));
  if (id === 'accelerators') return accelerators(plan, posterior, assessment);
  return {
    ...head(estimate),
    children: [...siteShares(plan, posterior, assessment, id), ...inputs(plan, assessment, id)],
  };
}

/** Items shown under a number. */
const MOST_ITEMS = 8;

function head(estimate: Estimate): Omit<Trace, 'children'> {
  const { median, low, high, label, unit, id } = estimate;
  return {
    label: label.en,
    value: { median, low, high },
    unit,
    formula: formulas[id] ?? '',
    basis: 'derived',
  };
}

function accelerators(plan: Plan, posterior: Posterior, assessment: Assessment): Trace {
  const estimate = assessment.quantities[0]!;
  return {
    ...head(estimate),
    children: [
      ...siteShares(plan, posterior, assessment, 'accelerators'),
      pool(plan, posterior),
      {
        label: 'priors of the world model',
        value: plan.prior,
        children: parameterNames.map((name) => parameter(plan, name)),
      },
      evidence(plan, assessment.evidence.slice(0, MOST_ITEMS)),
    ],
  };
}

/** Hub sites with their estimate, share of the spread of the total, claim, and evidence. */
function siteShares(plan: Plan, posterior: Posterior, assessment: Assessment, id: string): Trace[] {
  const which = id === 'accelerators' ? 'accelerators' : id.endsWith('load') ? 'itLoad' : 'compute';
  const hub = hubColumns(plan, posterior.columns);
  const total = which === 'accelerators' ? hub.accelerators : hub.compute;
  const weights = posterior.weights[plan.prior];
  const spread = weightedVariance(total, { weights });
  return plan.compiled.sites.flatMap((site, s) => {
    if (site.role !== 'hub') return [];
    const result = assessment.sites.find((entry) => entry.id === site.id)!;
    const columns = posterior.columns.sites[s]!;
    const own =
      which === 'accelerators'
        ? columns.accelerators
        : columns.compute[0].map((x, d) => x + columns.compute[1][d]! + columns.compute[2][d]!);
    const variance = weightedVariance(own, { weights });
    const share =
      spread > 0 && variance > 0
        ? (weightedCorrelation(own, total, { weights }) * Math.sqrt(variance)) / Math.sqrt(spread)
        : 0;
    return [siteTrace(plan, { result, estimate: result[which], share, assessment })];
  });
}

function siteTrace(
  plan: Plan,
  {
    result,
    estimate,
    share,
    assessment,
  }: { result: SiteResult; estimate: Estimate; share: number; assessment: Assessment },
): Trace {
  const site = plan.dossier.sites.find(({ id }) => id === result.id)!;
  const { median, low, high, unit } = estimate;
  const claim = site.claims.find(({ says }) => says.accelerators ?? says.compute);
  const percent = (p: number): string => `${Math.round(100 * p)} %`;
  return {
    label: `${result.name.en}, ${percent(Math.max(0, share))} of the spread`,
    value: { median, low, high },
    unit,
    basis: 'derived',
    place: site.place,
    children: [
      ...(claim ? [claimTrace(claim)] : []),
      { label: 'lit by the date', value: percent(result.stages.lit), basis: 'derived', children: [] },
      {
        label: 'on the named chip, where lit',
        value: percent(result.routes.named),
        basis: 'derived',
        children: [],
      },
      ...assessment.evidence
        .filter(({ about }) => about.includes(site.id))
        .slice(0, MOST_ITEMS)
        .map((item) => itemTrace(plan, item)),
    ],
  };
}

function claimTrace(claim: Claim): Trace {
  const said = claim.says.accelerators ?? claim.says.compute!;
  return {
    label: `claimed by ${claim.by}`,
    value: said.text,
    basis: 'claimed',
    source: claim.source,
    place: claim.place,
    children: [],
  };
}

function evidence(plan: Plan, items: readonly ItemResult[]): Trace {
  return {
    label: 'evidence that moved the headline most',
    value: `${plan.compiled.items.length} items`,
    children: items.map((item) => itemTrace(plan, item)),
  };
}

function itemTrace(plan: Plan, item: ItemResult): Trace {
  const written: Evidence = plan.compiled.items.find(({ id }) => id === item.id)!;
  const factor =
    item.factor >= 1 ? `× ${item.factor.toPrecision(2)}` : `÷ ${(1 / item.factor).toPrecision(2)}`;
  return {
    label: `${item.id}: ${item.says.en}`,
    value: `${factor} on the headline, ${item.grade.reliability}${item.grade.credibility}`,
    basis: 'reported',
    source: item.source,
    place: written.place,
    children: [],
  };
}

/** The national pool with the estimates behind it. */
function pool(plan: Plan, posterior: Posterior): Trace {
  const { hub } = plan.dossier;
  if (hub.pool === undefined) {
    return { label: 'no national pool bounds the named chip', value: 'free', basis: 'judged', children: [] };
  }
  const options = {
    day: plan.asOf.to,
    asOf: plan.asOf.to,
    streams: ['smuggled'],
    measure: 'accelerators' as const,
  };
  const prior = poolAt(plan.world.supply, hub.pool, options);
  const [low, median, high] = weightedQuantiles(posterior.columns.globals.get('pool')!, [0.05, 0.5, 0.95], {
    weights: posterior.weights[plan.prior],
  }) as unknown as [number, number, number];
  return {
    label: 'restricted accelerators in the country',
    value: { median, low, high },
    basis: 'derived',
    formula: 'mixture of estimates, weighted by grade, brought to the date',
    children: [
      {
        label: 'before the evidence',
        value: { median: prior.quantile(0.5), low: prior.quantile(0.05), high: prior.quantile(0.95) },
        basis: 'derived',
        children: estimatesAt(plan.world.supply, hub.pool, options).map((estimate) => ({
          label: `${estimate.estimate.id}, weight ${(100 * estimate.weight).toPrecision(2)} %`,
          value: estimate.median,
          basis: estimate.estimate.citation?.basis ?? 'reported',
          ...(estimate.estimate.citation?.sources[0] && { source: estimate.estimate.citation.sources[0] }),
          children: [],
        })),
      },
      parameter(plan, 'poolShare'),
    ],
  };
}

function parameter(plan: Plan, name: (typeof parameterNames)[number]): Trace {
  const { meaning, value, citation, place } = plan.parameters.get(name)!;
  return {
    label: `${name}: ${meaning}`,
    value: value[plan.prior].text,
    basis: citation.basis,
    ...(citation.sources[0] && { source: citation.sources[0] }),
    ...(placeOf(place) && { place: placeOf(place)! }),
    children: [],
  };
}

function placeOf(text: string): Place | undefined {
  const [file, line] = text.split(':');
  return line ? { file: file!, line: Number(line), column: 1 } : undefined;
}

/** Inputs beside the sites: quantities of the hub it follows from, and parameters of the power chain. */
function inputs(plan: Plan, assessment: Assessment, id: string): Trace[] {
  if (id === 'facility-load') return [leaf(assessment, 'it-load'), figure(plan, 'pue')];
  if (id !== 'it-load') return [];
  const chain = chainParameters.filter((name) => name !== 'pue').map((name) => figure(plan, name));
  return [
    leaf(assessment, 'accelerators'),
    leaf(assessment, 'legal'),
    leaf(assessment, 'domestic'),
    ...chain,
  ];
}

function leaf(assessment: Assessment, id: string): Trace {
  return { ...head(assessment.quantities.find((entry) => entry.id === id)!), children: [] };
}

/** A parameter of the power chain as written in `data/site`. */
function figure({ world, dossier }: Plan, name: (typeof chainParameters)[number]): Trace {
  if (name === 'pue') {
    const region =
      world.site.regions.get(dossier.hub.regions[0] ?? 'other') ?? world.site.regions.get('other')!;
    return {
      label: `PUE of ${region.id}: plants ${[...region.plants].map(([plant, share]) => `${plant} ${Math.round(100 * share)} %`).join(', ')}`,
      value: [...region.plants.keys()]
        .map((plant) => world.site.plants.get(plant)!.pue.quantity.text)
        .join('; '),
      basis: region.citation.basis,
      ...(region.citation.sources[0] && { source: region.citation.sources[0] }),
      children: [],
    };
  }
  const written = name === 'diversity' ? world.site.power.diversity.training : world.site.power[name];
  return {
    label: name,
    value: written.quantity.text,
    basis: written.citation.basis,
    ...(written.citation.sources[0] && { source: written.citation.sources[0] }),
    children: [],
  };
}

function unknown(assessment: Assessment, id: string) {
  const known = [...assessment.quantities, ...assessment.questions].map((entry) => entry.id);
  return error(
    'ST-A008',
    `There is nothing called \`${id}\` to explain.`,
    didYouMean(id, known) || `Known are ${known.join(', ')}.`,
  );
}
