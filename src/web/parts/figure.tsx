import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Figure, FigureTable } from '../../report/figures/figure.ts';
import type { FigureOptions } from '../../report/figures/frame.ts';
import { useApp } from '../context.ts';
import { asTable } from '../state/changes.ts';
import { forms, saveFigure } from './save.ts';
import { Svg } from './svg.tsx';
import { TableBox } from './table-box.tsx';
import { useWidth } from './use-width.ts';

/** Size, colours and language that a figure is drawn with here. */
export type Look = Pick<FigureOptions, 'width' | 'theme' | 'strings' | 'bare'>;

/** Room for what stands around a figure when it travels alone. */
const ALONE = 880;

/** A figure with its sentence, its table twin, and files to take away. */
export function FigureView(props: {
  draw: (look: Look) => Figure | null;
  /** What the picture depends on, beside size, theme and language. */
  on: readonly unknown[];
  controls?: ComponentChildren;
  most?: number;
  class?: string;
  /** What the address calls it, where another figure of the screen has the same name. */
  name?: string;
}) {
  const { s, w, theme, state, go } = useApp();
  const [box, width] = useWidth(props.most ?? 760);
  const look = { strings: s, theme, width: Math.min(width, props.most ?? 1200) };
  // The picture is kept with its figure: where nothing moved, nothing of it is looked at again.
  const [figure, picture] = useMemo(() => {
    const drawn = props.draw({ ...look, bare: true });
    return [drawn, drawn && <Svg node={drawn.svg} />];
  }, [look.width, theme, s, ...props.on]);
  if (!figure) return null;
  const { title, id, run } = figure.meta;
  // Reweighted numbers have no run that anybody could make again.
  const settled = run !== '';
  // The same name whatever run it shows.
  const name = props.name ?? id.replace(/^st1-[0-9a-f]+-/, '');
  const table = state.table.includes(name);
  return (
    <figure class={`figure ${props.class ?? ''}`} data-figure={id}>
      <div ref={box} class="figure-body">
        {table ? <TableTwin table={figure.table} caption={w.tableOf(title)} /> : picture}
      </div>
      <figcaption>{figure.sentence}</figcaption>
      <div class="figure-tools">
        {props.controls}
        <button
          type="button"
          class="quiet"
          onClick={() => go({ state: asTable(state, name) }, 'replace')}
          aria-pressed={table}
        >
          {table ? w.asPicture : w.asTable}
        </button>
        <span
          class="downloads"
          role="group"
          aria-label={`${w.download}: ${title}`}
          title={settled ? undefined : w.downloadLater}
        >
          {forms.map((form) => (
            <button
              key={form}
              type="button"
              class="quiet"
              data-download={form}
              disabled={!settled}
              aria-label={`${w.download} ${form.toUpperCase()}`}
              onClick={() => {
                const whole = props.draw({ ...look, width: ALONE });
                if (whole) void saveFigure(whole, form);
              }}
            >
              {form.toUpperCase()}
            </button>
          ))}
        </span>
      </div>
    </figure>
  );
}

/** As many columns stand side by side on a phone. */
const ABREAST = 3;

/** The numbers of a figure as a table; the first column that tells its rows apart names them. */
export function TableTwin({ table, caption }: { table: FigureTable; caption: string }) {
  const { s } = useApp();
  const { columns, rows } = table;
  const shown = (cell: unknown, unit?: string) => {
    if (isNothing(cell)) return '–';
    return typeof cell === 'number' ? `${s.number(cell, 4)}${unit ? ` ${unit}` : ''}` : String(cell);
  };
  const naming = rows.length > 1 && rows.every(([cell]) => cell === rows[0]![0]) ? 1 : 0;
  return (
    <TableBox label={caption}>
      <table class={columns.length > ABREAST ? 'data stacks' : 'data'}>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={`${r}`}>
              {row.map((cell, c) => {
                const { id, label, unit } = columns[c]!;
                const text = shown(cell, unit);
                if (c === naming)
                  return (
                    <th key={id} scope="row">
                      {text}
                    </th>
                  );
                const left = isNothing(cell) || c < naming ? 'left-out' : '';
                return (
                  <td
                    key={id}
                    class={`${left}${typeof cell === 'number' ? ' number' : ''}`}
                    data-label={label}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

const isNothing = (cell: unknown) => cell === null || cell === undefined;

/** A small figure within a line or a cell. */
export function SmallFigure({ figure }: { figure: Figure }) {
  return (
    <span class="small-figure">
      <Svg node={figure.svg} />
    </span>
  );
}
