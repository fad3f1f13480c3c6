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

/** Hears how far the answer to one address is, until the function that is returned is called. */
export function hearProgress(address: string, hear: (share: number) => void): () => void {
  const hearer = (told: Progress) => {
    if (told.address === address) hear(told.share);
  };
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

/** Share done of the answer to an address, 0 to 1; null where the server has said nothing of it. */
export function useProgress(address: string): number | null {
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    setShare(null);
    return hearProgress(address, setShare);
  }, [address]);
  return share;
}
