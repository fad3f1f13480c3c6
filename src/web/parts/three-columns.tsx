import { useRef } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import { claim } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { addressOfRun } from '../state/use-run.ts';
import { Amount } from './amount.tsx';
import { Awaited } from './awaited.tsx';
import { BasisMark } from './basis.tsx';
import { NotYet } from './not-yet.tsx';
import { Share } from './share.tsx';
import { TableBox } from './table-box.tsx';
import { useGet } from './use-get.ts';
import { useRested } from './use-rested.ts';

/** Day to which the same evidence is carried forward. */
const LATER = '2027-12-31';
/** Rest before that is asked for: it would take the processor from changes that are tried one after the other [ms]. */
const PAUSE = 1500;

/** What the claim amounts to, what is inferred now, and the same evidence carried forward. */
export function ThreeColumns({ a }: { a: Assessment }) {
  const { s, w, run, state } = useApp();
  const ready = run.is === 'exact' && run.engine.is !== 'drawing' && a.run.asOf < LATER && state.t === '';
  const address = ready ? addressOfRun({ dossier: a.hub.id, ...state, t: LATER }) : null;
  // A dossier that changed on disk has another answer at the same address.
  const of = address && `${address} ${a.run.dossierDigest}`;
  const rested = useRested(of, PAUSE);
  const asked = useGet<Assessment>(rested ? address : null, a.run.dossierDigest);
  const kept = useRef<{ of: string | null; value: Assessment } | null>(null);
  if (asked.value) kept.current = { of, value: asked.value };
  const later = kept.current?.of === of ? kept.current.value : null;
  const amountLater = (id: string) => later?.quantities.find((one) => one.id === id);
  const shows = state.t === '' && a.run.asOf < LATER;
  return (
    <section class="block">
      <TableBox label={w.columns.quantity}>
        <table class="three stacks">
          <thead>
            <tr>
              <th scope="col">{w.columns.quantity}</th>
              <th scope="col" class="claimed">
                {w.columns.claimed}
              </th>
              <th scope="col" class="inferred">
                {w.columns.now(a.run.asOf)}
              </th>
              {shows ? <th scope="col">{w.columns.later}</th> : null}
            </tr>
          </thead>
          <tbody>
            {a.quantities.map((estimate) => (
              <tr key={estimate.id}>
                <th scope="row">
                  {said(estimate.label, s)} <BasisMark bases={estimate.bases} />
                </th>
                <td class="claimed number" data-claimed={estimate.id} data-label={w.columns.claimed}>
                  {estimate.claimed ? (
                    claim(estimate.claimed, estimate.unit, s)
                  ) : (
                    <span class="note">{w.notClaimed}</span>
                  )}
                </td>
                <td data-quantity={estimate.id} data-label={w.columns.now(a.run.asOf)}>
                  <Amount estimate={estimate} why={estimate.id} />
                </td>
                {shows ? (
                  <td data-label={w.columns.later}>
                    {amountLater(estimate.id) ? (
                      <Amount estimate={amountLater(estimate.id)!} />
                    ) : (
                      <span class="note">
                        <NotYet failed={asked.failed} />
                        {address ? <Share of={address} /> : null}
                      </span>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {later ? <p class="note">{w.laterNote(later.run.id)}</p> : null}
      {asked.failed ? <Awaited of={asked} what={w.columns.later} /> : null}
    </section>
  );
}
