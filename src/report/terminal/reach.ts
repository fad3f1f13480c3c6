import type { FleetReach, HubReach } from '../../assessment/hub-reach.ts';
import type { MixParameter } from '../../serving/mix-columns.ts';
import type { Rests, Span } from '../../serving/people.ts';
import type { Basis } from '../../sources/source.ts';
import { interval, intervalParts } from '../amount.ts';
import { type Strings, said } from '../strings/strings.ts';
import { bothEnds, heading, type Page, page, paragraph, table } from './page.ts';
import { basisGlyphs } from './quantities.ts';
import { sourcesWords } from './serve-cost.ts';

/** The terminal screen of whom a hub could serve. */
export function reachScreen(reach: HubReach, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const parts = [
    head(reach, on),
    fleetLines(reach, on),
    shareLines(reach, on),
    assumedLines(reach, on),
    costLines(reach, on),
  ];
  if (reach.cities.length > 0) parts.push(cityLines(reach, on));
  parts.push(paragraph(on.strings.reach.note, on, 2).map(on.style.quiet), [`  ${on.strings.run(reach.run)}`]);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function head({ hub, asOf, model, pace }: HubReach, on: Page): string[] {
  const { strings: s, style } = on;
  return [
    ...bothEnds(`  ${style.strong(said(hub.name, s))}`, s.asOf(asOf), on),
    '',
    `  ${style.strong(s.reach.title)}`,
    ...paragraph(s.reach.basis(model.name, s.reach.ms(s.number(1000 * pace, 2))), on, 2).map(style.quiet),
  ];
}

const count = (of: Span, on: Page) => interval(of, '', on.strings);

function fleetLines({ fleets }: HubReach, on: Page): string[] {
  const { reach: r } = on.strings;
  return fleets.flatMap(({ fleet, tokens, written, people }, i) => [
    ...(i === 0 ? [] : ['']),
    heading(r.fleet[fleet], on),
    ...table(
      [{ flexible: true }, { align: 'right', paint: paintOf(fleet, on) }],
      [
        [r.tokens, count(tokens, on)],
        [r.written, count(written, on)],
        [r.chatUsers, count(people.chat, on)],
        [r.allUsers, people.all ? count(people.all, on) : on.strings.notKnown],
        [r.answering, count(people.answering, on)],
      ],
      on,
    ),
  ]);
}

function paintOf(fleet: FleetReach['fleet'], { style }: Page): (text: string) => string {
  return fleet === 'claimed' ? style.claimed : style.inferred;
}

/** The inferred fleet against what countries ask for. */
function shareLines({ fleets }: HubReach, on: Page): string[] {
  const { strings: s } = on;
  const { fleet, people } = fleets.find((one) => one.fleet === 'inferred')!;
  const rows = people.shares.map(({ name, reported, asked, share }) => [
    `${said(name, s)} · ${reported ? s.reach.reported(reported.date, s.quantity(reported.says)) : s.reach.estimated}`,
    count(asked, on),
    shareWords(share, s),
  ]);
  return table(
    [
      { flexible: true },
      { align: 'right', head: s.reach.asked },
      { align: 'right', head: s.reach.share, paint: on.style.inferred },
    ],
    rows,
    on,
    s.reach.shareHead(s.reach.fleet[fleet]),
  );
}

/** What people and shares rest on, each with its range, its basis and its sources. */
function assumedLines({ fleets, assumed }: HubReach, on: Page): string[] {
  const { strings: s, style } = on;
  return [
    heading(s.reach.assumedHead, on),
    ...[...assumedRows(fleets[0]!.people, s), ...serviceRows(assumed, s)].flatMap(
      ({ name, amount, basis, sources }) => {
        const said = on.plain ? s.basis[basis] : basisGlyphs[basis];
        return paragraph(`${name}${s.colon}${amount} ${said} ${sources}`, on).map(style.quiet);
      },
    ),
  ];
}

/** The tokens of a user, and the users of countries, with what they rest on. */
export function assumedRows(
  { perChatUser, perUser, shares }: FleetReach['people'],
  s: Strings,
): { name: string; amount: string; basis: Basis; sources: string }[] {
  const r = s.reach;
  const row = (name: string, of: Span, rests: Rests) => ({
    ...{ name, amount: interval(of, '', s), basis: rests.basis, sources: sourcesWords(rests, s) },
  });
  return [
    row(r.perChatUser(perChatUser.date), perChatUser.tokens, perChatUser),
    ...(perUser ? [row(r.perUser(perUser.date), perUser.tokens, perUser)] : []),
    ...shares.flatMap((share) =>
      share.users ? [row(r.usersOf(said(share.name, s)), share.users, share.users)] : [],
    ),
  ];
}

/** What tokens a day rest on beside the speed of chips: shares in per cent. */
export function serviceRows(assumed: HubReach['assumed'], s: Strings): ReturnType<typeof assumedRows> {
  const scale = (of: MixParameter) => (shareParameters.includes(of) ? 100 : 1);
  return assumed.map((one) => {
    const by = scale(one.of);
    const n = (value: number) => s.number(by * value, 2);
    const amount = `${n(one.median)} (${n(one.low)} – ${n(one.high)})`;
    return {
      name: s.reach.assumed[one.of],
      amount: by === 1 ? amount : s.percent(amount),
      basis: one.basis,
      sources: sourcesWords(one, s),
    };
  });
}

const shareParameters: readonly MixParameter[] = ['cacheHits', 'decodeFilled', 'prefillFilled', 'inService'];

/** A share under 1 in per cent, and above in times. */
export function shareWords({ median, low, high }: Span, s: Strings): string {
  const [by, words] = median < 1 ? [100, s.percent] : ([1, s.reach.times] as [number, (n: string) => string]);
  const n = (value: number) => s.number(by * value, 2);
  return words(`${n(median)} (${n(low)} – ${n(high)})`);
}

function costLines({ costs }: HubReach, on: Page): string[] {
  const { strings: s } = on;
  const rows = costs.map(({ name, chipDay, money, energy }) => [
    name,
    intervalParts(chipDay, '', s).middle,
    money ? spanWords(money, s) : s.notKnown,
    spanWords(energy, s),
  ]);
  return table(
    [
      { flexible: true },
      { align: 'right', head: s.reach.chipDay },
      { align: 'right', head: s.reach.money },
      { align: 'right', head: s.reach.energy },
    ],
    rows,
    on,
    s.reach.costHead,
  );
}

/** What is measured, not counted: `0.081 (0.039 – 0.17)`. */
export function spanWords({ median, low, high }: Span, s: Strings): string {
  return `${s.number(median, 2)} (${s.number(low, 2)} – ${s.number(high, 2)})`;
}

function cityLines({ cities, from }: HubReach, on: Page): string[] {
  const { strings: s } = on;
  const ms = (seconds: number) => s.number(1000 * seconds, 2);
  const rows = cities.map(({ city, distance, bound, expected }) => [
    said(city.name, s),
    s.reach.km(s.number(distance, 2)),
    s.reach.ms(ms(bound)),
    `${s.reach.ms(ms(expected.median))} (${ms(expected.low)} – ${ms(expected.high)})`,
  ]);
  return table(
    [
      { flexible: true },
      { align: 'right', head: s.reach.distance },
      { align: 'right', head: s.reach.bound },
      { align: 'right', head: s.reach.expected, paint: on.style.inferred },
    ],
    rows,
    on,
    s.reach.citiesHead(said(from!.name, s)),
  );
}
