import { z } from 'zod';
import { say } from '../errors/message.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, oneOrMore, partialDate, sourceId, text, words } from '../sources/fields.ts';
import { grade } from '../sources/grade.ts';
import { refuse } from '../sources/issue.ts';
import { quantity } from '../sources/quantity.ts';
import { dimensions, money } from '../units/dimension.ts';
import { hubTypes, worldRegions } from './dossier.ts';

const compute = [dimensions.peakCompute, dimensions.flopRate];
const power = [dimensions.power, dimensions.apparentPower];

/** More of anything that is claimed at one place is a slip, in SI units: no country has so much. */
const most = { number: 1e9, compute: 1e26, money: 1e15, power: 1e14, area: 1e13 } as const;

const count = (what: string, example: string) =>
  quantity([dimensions.number], { most: most.number, known: true })
    .optional()
    .meta({ description: `How many ${what}.`, examples: [example] });

const says = z
  .strictObject({
    compute: quantity(compute, { most: most.compute, known: true })
      .optional()
      .meta({
        description: 'Peak compute, usually in P, the unit of Chinese notices.',
        examples: ['60000 P'],
      }),
    accelerators: count('accelerators', 'over 115k'),
    servers: count('servers', 'over 14k'),
    projects: count('projects', '39'),
    money: quantity(money, { most: most.money, known: true })
      .optional()
      .meta({ description: 'Cost.', examples: ['6.5bn CNY'] }),
    power: quantity(power, { most: most.power, known: true })
      .optional()
      .meta({ description: 'Power or apparent power.', examples: ['600 MW'] }),
    area: quantity([dimensions.area], { most: most.area, known: true })
      .optional()
      .meta({ description: 'Area.', examples: ['33,000 m2'] }),
    chips: oneOrMore(id)
      .optional()
      .meta({
        description: 'Chip ids named, or `unnamed`, or `domestic`.',
        examples: [['h100-sxm5', 'h200-sxm']],
      }),
    due: partialDate.optional().meta({ description: 'When it is to be in service.', examples: ['2026-12'] }),
  })
  .superRefine((value, ctx) => {
    if (Object.values(value).some((one) => one !== undefined)) return;
    refuse(ctx, {
      code: 'ST-D017',
      what: say('This claim says nothing.'),
      fix: say('Add, for example, `accelerators: over 60k` or `power: 600 MW`.'),
    });
  })
  .meta({ description: 'What is claimed; at least one key.', examples: [{ accelerators: 'over 115k' }] });

const when = partialDate.meta({
  description: 'When it was so, or was said.',
  examples: ['2025-01'],
});

const published = partialDate.meta({
  description: 'When one could first know; --as-of replays by this date.',
  examples: ['2025-03-13'],
});

const retro = z
  .boolean()
  .default(false)
  .meta({
    description:
      'Whether it was public then but is cited from a page that came out later, so that choice and wording may carry hindsight. A strict replay goes by the date of the source.',
    examples: [true],
  });

/** Schema of a claim, in `hub.yaml` and `sites/*.yaml`. */
export const claimSchema = z.strictObject({
  id: id.meta({ description: 'Id of the claim.', examples: ['yiwu-plan'] }),
  says,
  by: words.meta({ description: 'Who says so.', examples: ['Yiwu county government'] }),
  basis: z
    .enum(['claimed', 'derived'])
    .default('claimed')
    .meta({
      description:
        'Whether somebody claims it, or the makers of the dossier compute it from what is claimed: say how in `by`.',
      examples: ['derived'],
    }),
  commitment: z.enum(['intent', 'approved', 'contracted', 'built']).meta({
    description: 'How binding it is.',
    examples: ['approved'],
  }),
  date: when,
  published,
  source: sourceId,
  retro,
  grade,
  text: localised.optional().meta({ description: 'The claim in words.' }),
});

const responseSchema = z.strictObject({
  by: words.meta({ description: 'Who replies.', examples: ['Nvidia'] }),
  says: localised.meta({
    description: 'The reply, in words.',
    examples: [{ en: 'There is no evidence of diversion.' }],
  }),
  date: when,
  source: sourceId,
});

/** Schema of `hub.yaml`. */
export const hubSchema = z
  .strictObject({
    id: id.meta({ description: 'Id of the dossier: the name of its folder.', examples: ['my-hub'] }),
    name: localised.meta({ description: 'Name of the hub.', examples: [{ en: 'My hub' }] }),
    summary: localised.meta({
      description: 'One or two sentences.',
      examples: [{ en: 'What is claimed, and by whom.' }],
    }),
    asOf: partialDate.meta({
      description: 'Newest date the evidence covers; nothing published later is used unless --as-of says so.',
      examples: ['2026-06-30'],
    }),
    type: z
      .enum(hubTypes)
      .optional()
      .meta({ description: 'What kind of hub it is.', examples: ['gpu-cluster'] }),
    worldRegion: z
      .enum(worldRegions)
      .optional()
      .meta({ description: 'Part of the world whose hubs fare alike.', examples: ['china'] }),
    regions: z
      .array(id)
      .min(1)
      .max(100)
      .meta({ description: 'Ids of the regions the hub lies in.', examples: [['xinjiang', 'qinghai']] }),
    namedChips: z
      .array(id)
      .min(1)
      .max(100)
      .meta({
        description: 'Chip ids that count as the claimed chip.',
        examples: [['h100-sxm5', 'h200-sxm']],
      }),
    controlledChip: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Whether the claim names, or buys through the agent of, a chip that needs an export licence to be delivered there.',
        examples: [true],
      }),
    pool: z
      .enum(['restricted'])
      .optional()
      .meta({
        description: 'National pool that bounds the named chips; left out where they can be bought freely.',
        examples: ['restricted'],
      }),
    claims: z
      .array(claimSchema)
      .max(500)
      .default([])
      .meta({ description: 'Totals claimed for the hub as a whole.' }),
    responses: z
      .array(responseSchema)
      .max(500)
      .default([])
      .meta({ description: 'Replies of parties, and corrections.' }),
  })
  .meta({ title: 'Sandtable hub', description: 'hub.yaml: the hub and what is claimed of it as a whole.' });

const limitSchema = z.strictObject({
  kind: z.enum(['feed', 'floor-area', 'budget', 'water', 'fans', 'land']).meta({
    description:
      'What bounds the site: a feed or grid grant, the floor of its halls, money, a permit for water a year, the condenser fans counted from above; land is kept but not turned into accelerators.',
    examples: ['feed'],
  }),
  amount: quantity().meta({ description: 'How much.', examples: ['300 MVA'] }),
  date: when,
  source: sourceId,
});

const locationSchema = z
  .strictObject({
    latitude: z
      .number()
      .min(-90)
      .max(90)
      .meta({ description: 'Degrees north.', examples: [43.25] }),
    longitude: z
      .number()
      .min(-180)
      .max(180)
      .meta({ description: 'Degrees east.', examples: [94.68] }),
    precision: z.enum(['building', 'town', 'county', 'prefecture', 'province']).meta({
      description: 'How sharply the published source locates the site; never sharper than it does.',
      examples: ['county'],
    }),
    elevation: quantity([dimensions.length], { negative: true })
      .optional()
      .meta({ description: 'Height above sea level.', examples: ['500 to 1700 m'] }),
    source: sourceId.optional(),
  })
  .meta({
    description: 'Where it is, as sharply as published.',
    examples: [{ latitude: 43.25, longitude: 94.68, precision: 'county' }],
  });

/** Schema of `sites/<id>.yaml`. */
export const siteSchema = z
  .strictObject({
    id: id.meta({ description: 'Id of the site: the name of its file.', examples: ['yiwu'] }),
    name: localised.meta({ description: 'Name of the site.', examples: [{ en: 'Yiwu cluster' }] }),
    role: z.enum(['hub', 'context']).meta({
      description:
        '`hub` counts towards the claim; `context` lies outside it but tells how such projects fare.',
      examples: ['hub'],
    }),
    region: id.meta({ description: 'Id of the region it lies in.', examples: ['xinjiang'] }),
    count: z
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .meta({
        description: 'How many separate, exchangeable sites this file stands for.',
        examples: [1],
      }),
    projects: z
      .int()
      .min(0)
      .max(10_000)
      .default(1)
      .meta({
        description: 'How many approved projects this campus covers.',
        examples: [20],
      }),
    location: locationSchema.optional(),
    operator: words.optional().meta({ description: 'Who operates it.' }),
    claims: z
      .array(claimSchema)
      .max(500)
      .default([])
      .meta({ description: 'What is claimed; competing claims stand side by side.' }),
    limits: z
      .array(limitSchema)
      .max(100)
      .default([])
      .meta({ description: 'What bounds the site physically.' }),
    note: localised.optional().meta({ description: 'What a reader should know.' }),
  })
  .meta({ title: 'Sandtable site', description: 'sites/<id>.yaml: one site and what is claimed of it.' });

const about = oneOrMore(id).meta({
  description: 'Site id, list of site ids, or `hub`.',
  examples: ['yiwu'],
});

const kind = id.meta({
  description: 'Evidence kind, described in data/evidence/.',
  examples: ['lit-capacity'],
});

const evidenceItem = z.strictObject({
  id: id.meta({ description: 'Id of the item.', examples: ['yiwu-lit-2025-01'] }),
  kind,
  about,
  finding: id
    .optional()
    .meta({ description: "One of the kind's findings, where it has findings.", examples: ['names-chip'] }),
  observed: quantity()
    .optional()
    .meta({ description: 'The observed amount, where the kind observes one.', examples: ['1000 P'] }),
  per: quantity()
    .optional()
    .meta({ description: 'What a budget is for.', examples: ['2000 P'] }),
  date: when,
  published,
  source: sourceId,
  retro,
  grade,
  origin: id.meta({
    description: 'Who first said so; items of one origin share one reliability and never count twice.',
    examples: ['hami-government'],
  }),
  says: localised.meta({
    description: 'What it says, in own words.',
    examples: [{ en: 'A first cluster was lit.' }],
  }),
  quote: text.optional().meta({ description: 'Short original wording.' }),
  note: words.optional().meta({ description: 'What a reader should know.' }),
});

/** Schema of `evidence.yaml` and `evidence/*.yaml`. */
export const evidenceSchema = z
  .array(evidenceItem)
  .max(2_000)
  .meta({ title: 'Sandtable evidence', description: 'evidence.yaml: dated, graded observations.' });

/** Schema of `looks.yaml`. */
export const looksSchema = z
  .array(
    z.strictObject({
      id: id.meta({ description: 'Id of the observation.', examples: ['yiwu-thermal-image'] }),
      name: localised.meta({
        description: 'What to do.',
        examples: [{ en: 'Thermal image of Yiwu, January' }],
      }),
      kind,
      about,
      grade,
      cost: quantity(money).meta({ description: 'What it costs.', examples: ['500 USD'] }),
      lead: quantity([dimensions.time]).meta({ description: 'Time until the answer.', examples: ['14 d'] }),
      note: words.optional().meta({ description: 'What a reader should know.' }),
    }),
  )
  .max(500)
  .meta({ title: 'Sandtable looks', description: 'looks.yaml: observations one could still make.' });

/** Schema of `assumptions.yaml`. */
export const assumptionsSchema = z
  .array(
    z
      .strictObject({
        path: z
          .string()
          .max(200)
          .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/)
          .meta({ description: 'Parameter of the model, like --set.', examples: ['site.yiwu.pue'] }),
        value: quantity().meta({ description: 'What it is.', examples: ['1.15 to 1.3'] }),
        ...citationKeys,
      })
      .superRefine(checkCitation),
  )
  .max(500)
  .meta({
    title: 'Sandtable assumptions',
    description: 'assumptions.yaml: parameters this dossier fixes or replaces.',
  });
