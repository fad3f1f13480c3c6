import type { Basis } from '../../sources/source.ts';
import { useApp } from '../context.ts';

const glyphs: Readonly<Record<Basis, string>> = {
  measured: '●',
  reported: '◐',
  claimed: '○',
  derived: 'ƒ',
  judged: '✎',
};

/** How far a figure can be trusted by its kind: a glyph, with the word for those who hover or listen. */
export function BasisMark({ bases }: { bases: readonly Basis[] }) {
  const { s } = useApp();
  return (
    <span class="basis">
      {bases.map((basis) => (
        <span key={basis} title={s.basis[basis]}>
          <span aria-hidden="true">{glyphs[basis]}</span>
          <span class="hidden">{s.basis[basis]}</span>
        </span>
      ))}
    </span>
  );
}
