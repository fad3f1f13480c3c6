import type { SiteResult } from '../../assessment/assessment.ts';
import { stages } from '../../installed/world.ts';
import { percent } from '../../report/amount.ts';
import { useApp } from '../context.ts';

/** How far a site is, as shares of the worlds; in a drawn world, the stage it has there. */
export function StageBar({ site }: { site: SiteResult }) {
  const { s, run } = useApp();
  const drawn = run.world?.sites[site.id];
  if (drawn) return <span class="drawn">{s.stage[drawn.stage]}</span>;
  const most = stages.reduce((a, b) => (site.stages[b] > site.stages[a] ? b : a));
  const all = stages.map((stage) => `${s.stage[stage]} ${percent(site.stages[stage], s)}`).join(', ');
  return (
    <span title={all}>
      <span class="stage-bar" role="img" aria-label={all}>
        {stages.map((stage) => (
          <span key={stage} class={`stage-${stage}`} style={{ width: `${100 * site.stages[stage]}%` }} />
        ))}
      </span>
      <span class="note">
        {s.stage[most]} {percent(site.stages[most], s)}
      </span>
    </span>
  );
}
