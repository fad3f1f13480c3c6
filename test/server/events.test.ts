import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { eventBoard } from '../../src/server/events.ts';
import { houseAt, workingFolder } from './harness.ts';

function reading(response: Response) {
  const reader = response.body!.getReader();
  let text = '';
  return {
    until: async (wanted: string): Promise<string> => {
      while (!text.includes(wanted)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended: ${text}`);
        text += new TextDecoder().decode(value);
      }
      return text;
    },
    leave: () => reader.cancel(),
  };
}

function boardAt(cwd: string) {
  const board = eventBoard(houseAt(cwd), { look: 20, beat: 50 });
  const app = new Hono();
  app.get('/', (c) => board.open(c));
  return { board, open: async () => reading(await app.request('/')) };
}

it('greets with the version, then tells what changes on disk and what is told', async () => {
  const cwd = workingFolder();
  const { board, open } = boardAt(cwd);
  const page = await open();
  await page.until('event: hello\ndata: {"version":"');
  appendFileSync(join(cwd, 'minimal/hub.yaml'), '# more\n');
  await page.until('event: changed\ndata: {"dossier":"minimal","files":["hub.yaml"]}');
  board.tell({ event: 'progress', data: { address: '/api/assess', share: 0.5 } });
  await page.until('event: progress\ndata: {"address":"/api/assess","share":0.5}');
  await page.until(': still here');
  await page.leave();
});

it('tells every page, and goes on when one leaves', async () => {
  const { board, open } = boardAt(workingFolder());
  const [one, two] = [await open(), await open()];
  await one.until('hello');
  await two.until('hello');
  await one.leave();
  board.tell({ event: 'progress', data: { address: '/a', share: 1 } });
  await two.until('"address":"/a"');
  board.close();
});

it('takes no endless number of pages', async () => {
  const { board, open } = boardAt(workingFolder());
  const app = new Hono();
  app.get('/', (c) => board.open(c));
  app.onError((problem, c) => c.text(problem.message, 429));
  for (let n = 0; n < 32; n++) await open();
  const answer = await app.request('/');
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('ST-H019');
  board.close();
});
