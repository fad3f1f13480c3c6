import { useApp } from '../context.ts';
import { useProgress } from '../state/progress.ts';

/** How far the server is with the answer to an address, where it has said so. */
export function Share({ of }: { of: string }) {
  const { s } = useApp();
  const share = useProgress(of);
  return share === null ? null : <span data-share> {s.percent(String(Math.round(100 * share)))}</span>;
}
