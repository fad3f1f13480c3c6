import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';
import { markOf } from './watch.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

/**
 * Serves the built app: the files that were there when the server started, by their names, and its first page for the
 * address of every screen. Nothing is looked up on disk by what an address says.
 */
export function serveApp(app: Hono, folder: string): void {
  const files = new Map(namesBelow(folder).map((name) => [`/${name}`, join(folder, name)]));
  const index = files.get('/index.html');
  app.get('*', (c) => {
    const file = files.get(c.req.path);
    if (file) return sent(c, file, c.req.path.startsWith('/assets/'));
    // A screen of a dossier may be open on one of its files: `/d/my-hub/edit/hub.yaml`.
    const screen = c.req.path.startsWith('/d/') || extname(c.req.path) === '';
    if (c.req.path.startsWith('/api/') || !screen) return c.notFound();
    if (index) return sent(c, index, false);
    return c.html(unbuilt, 503);
  });
}

/** Whether the app is built. */
export const appIsBuilt = (folder: string) => existsSync(join(folder, 'index.html'));

function namesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Files in `assets/` have the digest of what they hold in their names and never change. */
function sent(c: Context, file: string, forGood: boolean): Response {
  const bytes = readFileSync(file);
  const tag = `"${markOf(bytes.toString('latin1'))}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
  });
}

const unbuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sandtable</title>
<h1>The app is not built (ST-H016)</h1>
<p>Run <code>npm run build</code>, then <code>sandtable open</code> again.</p>
<p>The HTTP interface works without it: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</html>
`;
