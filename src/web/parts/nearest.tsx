import { useApp } from '../context.ts';
import { TableTwin } from './figure.tsx';

interface Compared {
  published: number;
  predicted: number;
}

/** What was published of the like, and what the model says of it. */
export function Nearest<T extends Compared>(props: {
  of: readonly T[];
  words: Readonly<Record<'nearestHead' | 'published' | 'predicted' | 'error', string>>;
  row: (one: T) => string;
  written: (value: number) => string;
}) {
  const { s } = useApp();
  const { of, words, row, written } = props;
  if (of.length === 0) return null;
  const error = ({ published, predicted }: T) => {
    const percent = s.percent(s.number(Math.abs(100 * (predicted / published - 1)), 2));
    return `${predicted >= published ? '+' : '−'}${percent}`;
  };
  const columns = [words.nearestHead, words.published, words.predicted, words.error];
  return (
    <div data-nearest>
      <TableTwin
        caption={words.nearestHead}
        table={{
          columns: columns.map((label, i) => ({ id: String(i), label })),
          rows: of.map((one) => [row(one), written(one.published), written(one.predicted), error(one)]),
        }}
      />
    </div>
  );
}

/** Whether an answer stands on what was published of the same chips, or reaches beyond it. */
export function Footing({ extrapolates, published }: { extrapolates: boolean; published: number }) {
  const { w } = useApp();
  const beyond = extrapolates || published === 0;
  return (
    <span class={beyond ? 'footing beyond' : 'footing'} data-footing={beyond ? 'beyond' : 'within'}>
      {beyond ? w.extrapolates : w.withinPublished}
    </span>
  );
}
