import { useEffect, useState } from 'preact/hooks';

/** How far the server is with an answer: the address that was asked, and the share of the work that is done. */
export interface Progress {
  address: string;
  share: number;
}

const hearers = new Set<(told: Progress) => void>();

/** Passes on what the stream of events says. */
export function tellProgress(told: Progress): void {
  for (const hear of hearers) hear(told);
}

/** Share done of the answer to an address, 0 to 1; null where the server has said nothing of it. */
export function useProgress(address: string): number | null {
  const [heard, setHeard] = useState<Progress | null>(null);
  useEffect(() => {
    const hear = (told: Progress) => {
      if (told.address === address) setHeard(told);
    };
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, [address]);
  return heard?.address === address ? heard.share : null;
}
