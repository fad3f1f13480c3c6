import type { World } from '../../assessment/knowledge.ts';
import { findChip } from '../../chips/find.ts';
import { itemOf } from '../../controls/item.ts';
import { timeline } from '../../controls/timeline.ts';
import type { Figure } from '../../report/figures/figure.ts';
import { runsFigure } from '../../report/figures/runs.ts';
import { supplyFigure } from '../../report/figures/supply.ts';
import { thresholdsFigure } from '../../report/figures/thresholds.ts';
import { timelineFigure } from '../../report/figures/timeline.ts';
import type { Strings } from '../../report/strings/strings.ts';
import type { FigureWish } from './protocol.ts';

/** First day of the rules' history that is shown. */
const START = '2022-09-01';
const DESTINATION = 'CN';

/** Draws what is wished from the world; null where there is nothing to draw. */
export function worldFigure(
  world: World,
  { of, on, chips, assessment, options }: FigureWish,
  strings: Strings,
): Figure | null {
  const look = { ...options, strings, ...(assessment && { run: assessment.run.id }) };
  switch (of) {
    case 'thresholds':
      return thresholdsFigure(world, on, look);
    case 'supply':
      return assessment && world.supply.pools.size > 0 ? supplyFigure(assessment, world.supply, look) : null;
    case 'runs':
      return assessment ? runsFigure(assessment, { ...look, frontier: world.training.frontier }) : null;
    case 'timeline': {
      const found = chips.flatMap((name) => findChip(world.catalogue, name) ?? []);
      const span = { to: DESTINATION, start: START, end: on < START ? START : on };
      const tracks = found.map((chip) => ({ name: chip.name, spans: timeline(world, itemOf(chip), span) }));
      return tracks.length > 0
        ? timelineFigure(tracks, { to: DESTINATION, controls: world.controls, ...look })
        : null;
    }
  }
}
