import { useEffect, useState } from 'preact/hooks';
import { tellProgress } from './progress.ts';

/** Hears what changes on disk: the version counts up with every change of this dossier. */
export function useEvents(dossier: string | null): { version: number; changed: string } {
  const [heard, setHeard] = useState({ version: 0, changed: '' });
  useEffect(() => {
    setHeard(({ version }) => ({ version, changed: '' }));
    if (dossier === null || typeof EventSource === 'undefined') return;
    const source = new EventSource('/api/events');
    let met = false;
    source.addEventListener('hello', () => {
      // Nobody told what changed while the server was away.
      if (met) setHeard(({ version }) => ({ version: version + 1, changed: '' }));
      met = true;
    });
    source.addEventListener('changed', (event) => {
      const told = JSON.parse((event as MessageEvent<string>).data) as { dossier: string; files: string[] };
      if (told.dossier !== dossier) return;
      setHeard(({ version }) => ({ version: version + 1, changed: told.files.join(', ') }));
    });
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => tellProgress(JSON.parse(data)));
    return () => source.close();
  }, [dossier]);
  return heard;
}
