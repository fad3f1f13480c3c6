import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import { claim as claimText } from '../../report/amount.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { stripFigure } from '../../report/figures/small.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { swaps } from '../state/state.ts';
import { Amount } from './amount.tsx';
import { FigureView, SmallFigure } from './figure.tsx';
import { Toggles } from './toggles.tsx';

/** The largest training run with what is inferred, and with every chip a legal or a domestic one, on one axis. */
export function Worth({ a }: { a: Assessment }) {
  const { s, w, theme, state, go } = useApp();
  const { swap } = state;
  const found = swaps.flatMap((id) => {
    const estimate = a.quantities.find((one) => one.id === id);
    return estimate ? [{ ...estimate, id }] : [];
  });
  if (found.length < 2) return null;
  const reach = ({ low, high, claimed }: Estimate) => [low, high, claimed?.median ?? high];
  const along = found.flatMap(reach);
  return (
    <section class="block" data-worth>
      <h2>{w.worthHead}</h2>
      <p class="note">{w.worthLead}</p>
      <Toggles
        label={w.swapChips}
        value={swap}
        choices={found.map(({ id }) => [id, w.swaps[id] ?? id] as const)}
        choose={(swap) => go({ state: { ...state, swap } }, 'replace')}
      />
      <FigureView
        most={900}
        on={[a, swap, state.shape, state.scale]}
        draw={(look) => dotplotFigure(a, { ...look, quantity: swap, shape: state.shape, scale: state.scale })}
      />
      <ul class="worth">
        {found.map((one) => (
          <li key={one.id}>
            <span>{said(one.label, s)}</span>
            <SmallFigure figure={stripFigure(one, { width: 300, height: 40, theme, strings: s, along })} />
            <span>
              <Amount estimate={one} why={one.id} />
              {one.claimed ? (
                <span class="claimed note">
                  {' '}
                  {s.claimed} {claimText(one.claimed, one.unit, s)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
