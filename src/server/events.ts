import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { say } from '../errors/message.ts';
import type { Watch } from './answers.ts';
import type { House } from './house.ts';
import { refuse } from './problem.ts';
import { watcher } from './watch.ts';

/** What open pages are told. */
export type Told =
  | { event: 'changed'; data: { dossier: string; files: readonly string[] } }
  | { event: 'progress'; data: { address: string; share: number; questions?: Parameters<Watch>[1] } };

const rhythm = { look: 700, beat: 15_000 };
const mostPages = 32;

/** Tells open pages what changes on disk and how far long answers are. */
export function eventBoard(house: Pick<House, 'homes' | 'version'>, { look, beat } = rhythm) {
  const pages = new Set<SSEStreamingApi>();
  const tell = (told: Told) => {
    const message = { event: told.event, data: JSON.stringify(told.data) };
    for (const page of pages) void page.writeSSE(message).catch(() => {});
  };
  let clock: NodeJS.Timeout | undefined;
  const watch = () => {
    if (clock || pages.size === 0) return;
    const looked = watcher(() => house.homes());
    clock = setInterval(() => {
      for (const change of looked()) tell({ event: 'changed', data: change });
    }, look);
    clock.unref();
  };
  const leave = (page: SSEStreamingApi) => {
    pages.delete(page);
    if (pages.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
  const open = (c: Context) => {
    if (pages.size >= mostPages)
      refuse('ST-H019', say('Too many pages are open.'), say('Close some of them.'));
    return streamSSE(c, async (page) => {
      pages.add(page);
      watch();
      page.onAbort(() => leave(page));
      await page.writeSSE({ event: 'hello', data: JSON.stringify({ version: house.version }) });
      while (!page.aborted && !page.closed) {
        await page.sleep(beat);
        await page.write(': still here\n\n');
      }
      leave(page);
    });
  };
  const close = () => {
    clearInterval(clock);
    for (const page of pages) page.abort();
    pages.clear();
  };
  return { tell, open, close };
}

export type EventBoard = ReturnType<typeof eventBoard>;
