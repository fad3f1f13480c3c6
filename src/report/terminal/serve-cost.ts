import type { ServingAnswer } from '../../serving/serve.ts';
import type { CostGround } from '../../serving/serving-cost.ts';
import { serveScreenWords } from '../strings/screen-words.ts';
import { type Strings, said } from '../strings/strings.ts';
import { heading, type Page, paragraph, table } from './page.ts';
import { basisGlyphs } from './quantities.ts';

/** What a million tokens cost and use at the load of an answer, and what that rests on. */
export function costLines(answer: ServingAnswer, on: Page): string[] {
  const { cost } = answer;
  const { strings: s, style } = on;
  const t = s.serve;
  if (!cost)
    return cost === null ? [heading(t.costHead, on), ...paragraph(t.costNone, on).map(style.quiet)] : [];
  return [
    heading(t.costHead, on),
    ...table(
      [{}, { flexible: true, paint: style.inferred }, {}],
      costWords(answer, s).map(([name, text]) => [
        name,
        text,
        text === s.notKnown ? '' : serveScreenWords(s).eighty,
      ]),
      on,
    ),
    ...paragraph(costNote(answer, s), on).map(style.quiet),
    ...table(
      [{}, { flexible: true }],
      cost.grounds.map((ground) => [
        t.ground[ground.of],
        `${groundWords(ground, s)} ${on.plain ? s.basis[ground.basis] : basisGlyphs[ground.basis]} ${sourcesWords(ground, s)}`,
      ]),
      on,
    ).map(style.quiet),
  ];
}

/** Money and energy of a million tokens, each with its name; money is not known where nobody quoted a price. */
export function costWords({ cost }: Pick<ServingAnswer, 'cost'>, s: Strings): [string, string][] {
  if (!cost) return [];
  const { money, energy, electricity } = cost;
  const of = money && s.number(electricity.value, 2);
  return [
    [s.serve.yuan, money ? `${range(money, s)} · ${s.serve.forEnergy(of!)}` : s.notKnown],
    [s.serve.kilowattHours, range(energy, s)],
  ];
}

/** Where, at whose prices of which day, and for how busy chips. */
export function costNote({ most, asked, cost }: ServingAnswer, s: Strings): string {
  const { region, day, money } = cost!;
  const full = !most && !asked;
  const t = s.serve;
  return t.costNote({ place: placeWords(region, s), id: region.id, day: money ? day : null, full });
}

/** Where a site stands. */
export function placeWords({ id, name }: NonNullable<ServingAnswer['cost']>['region'], s: Strings): string {
  return s.serve.place(id === 'other' ? null : said(name, s));
}

/** A number that a cost rests on, with its unit. */
export function groundWords(ground: CostGround, s: Strings): string {
  return `${range(ground, s)}${ground.unit === '1' ? '' : s.serve.unit[ground.unit]}`;
}

/** Ids of data/sources, the first of many; who judged where there is none. */
export function sourcesWords({ sources }: Pick<CostGround, 'sources'>, s: Strings): string {
  const [first, ...more] = sources;
  if (first === undefined) return s.serve.judgedHere;
  return more.length > 0 ? s.serve.andMore(first, s.number(more.length, 3)) : first;
}

function range({ value, low, high }: { value: number; low: number; high: number }, s: Strings): string {
  return `${s.number(value, 2)} (${s.number(low, 2)} – ${s.number(high, 2)})`;
}
