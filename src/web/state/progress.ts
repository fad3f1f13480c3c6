import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../../assessment/assessment.ts';

/** How far the server is with an answer: the address that was asked, the share of the work that is done, and what of a verdict is known. */
export interface Progress {
  address: string;
  share: number;
  questions?: readonly Question[];
}

const hearers = new Set<(told: Progress) => void>();

/** Passes on what the stream of events says. */
export function tellProgress(told: Progress): void {
  for (const hear of hearers) hear(told);
}

/** Hears how far the answer to one address is, until the function that is returned is called. */
export function hearProgress(address: string, hear: (told: Progress) => void): () => void {
  const hearer = (told: Progress) => {
    if (told.address === address) hear(told);
  };
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

/** Share done of the answer to an address, 0 to 1; null where the server has said nothing of it. */
export function useProgress(address: string): number | null {
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    setShare(null);
    return hearProgress(address, (told) => setShare(told.share));
  }, [address]);
  return share;
}

/** The questions of a verdict as soon as they are answered, while the rest of it is worked out; null before. */
export function useFirst(address: string): readonly Question[] | null {
  const [first, setFirst] = useState<{ of: string; questions: readonly Question[] } | null>(null);
  useEffect(
    () =>
      hearProgress(address, ({ questions }) => {
        if (questions) setFirst({ of: address, questions });
      }),
    [address],
  );
  return first?.of === address ? first.questions : null;
}
