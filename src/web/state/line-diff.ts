/** A line of what differs: on disk alone, here alone, in both, or a gap. */
export interface DiffLine {
  mark: '−' | '+' | ' ' | '…';
  text: string;
}

/** Most pairs of lines that are compared one by one; larger differences are shown as a whole. */
const most = 4_000_000;

/**
 * What differs between two texts, line by line, with a few lines around each difference.
 *
 * @param around how many lines that are the same are shown before and after a difference
 */
export function lineDiff(theirs: string, mine: string, around = 2): DiffLine[] {
  const [a, b] = [theirs.split(/\r?\n/), mine.split(/\r?\n/)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ mark: ' ', text }));
  const inner = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return narrowed([...same(a.slice(0, start)), ...inner, ...same(a.slice(a.length - end))], around);
}

/** The longest common run of lines stays, the rest is on one side only. */
function between(a: readonly string[], b: readonly string[]): DiffLine[] {
  const one = (mark: DiffLine['mark'], lines: readonly string[]) => lines.map((text) => ({ mark, text }));
  if (a.length * b.length > most) return [...one('−', a), ...one('+', b)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      common[at] =
        a[i] === b[j] ? common[at + width + 1]! + 1 : Math.max(common[at + width]!, common[at + 1]!);
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ mark: ' ', text: a[i]! });
      i += 1;
      j += 1;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) {
      lines.push({ mark: '−', text: a[i]! });
      i += 1;
    } else {
      lines.push({ mark: '+', text: b[j]! });
      j += 1;
    }
  }
  return [...lines, ...one('−', a.slice(i)), ...one('+', b.slice(j))];
}

/** Without the lines that are far from every difference. */
function narrowed(lines: readonly DiffLine[], around: number): DiffLine[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(({ mark }) => mark !== ' '),
  );
  return lines.flatMap((line, i): DiffLine[] => {
    if (near[i]) return [line];
    return i > 0 && !near[i - 1] ? [] : [{ mark: '…', text: '' }];
  });
}
