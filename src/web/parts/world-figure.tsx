import { useEffect, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import type { Figure } from '../../report/figures/figure.ts';
import { recoloured } from '../../report/figures/recolour.ts';
import { useApp } from '../context.ts';
import type { FigureWish } from '../engine/protocol.ts';
import { FigureView } from './figure.tsx';

const WIDTHS = { wide: 960, narrow: 344 };

/** A picture that the worker draws, since only it has read the rules: once for the screen, once to take away. */
export function WorldFigure(props: {
  of: FigureWish['of'];
  on: string;
  chips?: readonly string[];
  assessment?: Assessment;
  /** Whether what it shows stands above it. */
  headed?: boolean;
}) {
  const { w, run } = useApp();
  const [figures, setFigures] = useState<{ shown: Figure | null; whole: Figure | null } | null>(null);
  const narrow = typeof innerWidth !== 'undefined' && innerWidth < 700;
  const chips = props.chips ?? [];
  const key = `${props.of} ${props.on} ${chips.join(',')} ${props.assessment?.run.id ?? ''} ${w.tag}`;
  useEffect(() => {
    let current = true;
    const options = { width: narrow ? WIDTHS.narrow : WIDTHS.wide, language: w.tag };
    const wish = {
      of: props.of,
      on: props.on,
      chips,
      ...(props.assessment && { assessment: props.assessment }),
    };
    const draw = async () => {
      const shown = (await run.worker?.figure({ ...wish, options: { ...options, bare: true } })) ?? null;
      const whole = (await run.worker?.figure({ ...wish, options: { ...options, bare: false } })) ?? null;
      if (current) setFigures({ shown, whole });
    };
    void draw();
    return () => {
      current = false;
    };
  }, [key]);
  if (!figures) return <div class="skeleton tall" role="status" aria-label={w.loading} />;
  if (!figures.shown) return null;
  return (
    <>
      {props.headed ? <h2>{figures.shown.meta.title}</h2> : null}
      <FigureView
        most={WIDTHS.wide}
        on={[figures]}
        draw={({ bare, theme = 'light' }) => {
          const figure = bare ? figures.shown : figures.whole;
          return figure && recoloured(figure, theme);
        }}
      />
    </>
  );
}
