// A page of Chromium that can import the modules of dist/ and bench/ as they are.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const root = new URL('..', import.meta.url);

/** Starts Chromium, as root without its sandbox. */
export function launched(executablePath) {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Opens a page on a server of its own, to be closed by whoever asked. */
export async function modulesPage(browser) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!/^\/(?:dist|bench)\/[\w/-]+\.m?js$/.test(pathname)) {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
      return;
    }
    response.setHeader('content-type', 'text/javascript').end(readFileSync(new URL(`.${pathname}`, root)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return { page, server };
}
