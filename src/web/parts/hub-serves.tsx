import type { Assessment } from '../../assessment/assessment.ts';
import type { HubReach } from '../../assessment/hub-reach.ts';
import { interval, intervalParts } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { assumedRows, serviceRows, shareWords, spanWords } from '../../report/terminal/reach.ts';
import type { Span } from '../../serving/people.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { runQuery } from '../state/run-query.ts';
import { Awaited } from './awaited.tsx';
import { TableTwin } from './figure.tsx';
import { useGet } from './use-get.ts';

/** Whom the hub could serve, what a million tokens cost there, and how far away people are: asked for when wanted. */
export function HubServes({ a }: { a: Assessment }) {
  const { w, s, state, go } = useApp();
  const wanted = state.reach;
  const got = useGet<HubReach>(
    wanted ? addressOf(['reach', a.hub.id], runQuery(state)) : null,
    a.run.dossierDigest,
  );
  return (
    <section class="block" data-serves>
      <h2>{s.reach.title}</h2>
      {wanted ? null : (
        <>
          <p>{w.servesLead}</p>
          <button type="button" data-reach onClick={() => go({ state: { ...state, reach: true } })}>
            {w.servesShow}
          </button>
        </>
      )}
      <Awaited of={got} what={w.loading} />
      {got.value ? <Reach of={got.value} /> : null}
    </section>
  );
}

function Reach({ of }: { of: HubReach }) {
  const { s, w } = useApp();
  const r = s.reach;
  const inferred = of.fleets.find(({ fleet }) => fleet === 'inferred');
  const amount = (span: Span) => interval(span, '', s);
  const ms = ({ median, low, high }: Span) =>
    spanWords({ median: 1000 * median, low: 1000 * low, high: 1000 * high }, s);
  const table = (head: string, columns: readonly string[], rows: readonly (readonly string[])[]) => (
    <>
      <h3>{head}</h3>
      <TableTwin
        caption={head}
        table={{
          columns: ['', ...columns].map((label, i) => ({ id: String(i), label })),
          rows,
        }}
      />
    </>
  );
  return (
    <>
      <p class="note">{r.basis(of.model.name, r.ms(s.number(1000 * of.pace, 2)))}</p>
      {table(
        r.tokens,
        [r.tokens, r.chatUsers, r.allUsers, r.answering],
        of.fleets.map(({ fleet, tokens, people }) => [
          r.fleet[fleet],
          ...[tokens, people.chat, people.all, people.answering].map((one) =>
            one ? amount(one) : s.notKnown,
          ),
        ]),
      )}
      {inferred
        ? table(
            r.shareHead(r.fleet.inferred),
            [r.asked, r.share],
            inferred.people.shares.map(({ name, reported, asked, share }) => [
              `${said(name, s)} · ${reported ? r.reported(reported.date, s.quantity(reported.says)) : r.estimated}`,
              amount(asked),
              shareWords(share, s),
            ]),
          )
        : null}
      {inferred
        ? table(
            r.assumedHead,
            [s.asInferred, s.basisHead, w.source],
            [...assumedRows(inferred.people, s), ...serviceRows(of.assumed, s)].map(
              ({ name, amount, basis, sources }) => [name, amount, s.basis[basis], sources],
            ),
          )
        : null}
      {table(
        r.costHead,
        [r.chipDay, r.money, r.energy],
        of.costs.map(({ name, chipDay, money, energy }) => [
          name,
          intervalParts(chipDay, '', s).middle,
          money ? spanWords(money, s) : s.notKnown,
          spanWords(energy, s),
        ]),
      )}
      {of.from && of.cities.length > 0
        ? table(
            r.citiesHead(said(of.from.name, s)),
            [r.distance, r.expected],
            of.cities.map(({ city, distance, expected }) => [
              said(city.name, s),
              r.km(s.number(distance, 2)),
              r.ms(ms(expected)),
            ]),
          )
        : null}
      <p class="note">{r.note}</p>
    </>
  );
}
