import type { MiddlewareHandler } from 'hono';
import { say } from '../errors/message.ts';
import { refuse } from './problem.ts';
import type { Route } from './route.ts';

/**
 * Refuses methods before anything looks at a body: 405 with `Allow` where the address answers others, else 404. The
 * app's own pages and files are read and nothing else.
 */
export function methods(routes: readonly Route[]): MiddlewareHandler {
  const known = routes.map(({ path, method }) => ({ form: formOf(path), method: method.toUpperCase() }));
  return async (c, next) => {
    const { method, path } = c.req;
    const own = known.filter(({ form }) => form.test(path)).map((one) => one.method);
    const inside = path.startsWith('/api/');
    const allowed = allowedOf(own.length > 0 || inside ? own : ['GET']);
    if (allowed.length === 0 || allowed.includes(method)) return next();
    c.header('Allow', allowed.join(', '));
    const what = say('`{path}` does not answer {method}.', {
      path: path.replace(/[^\x20-\x7e]/g, '?').slice(0, 80),
      method: method.slice(0, 20),
    });
    return refuse('ST-H020', what, say('It answers {methods}.', { methods: allowed.join(', ') }));
  };
}

/** HEAD is answered wherever GET is. */
function allowedOf(own: readonly string[]): string[] {
  return [...new Set(own.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
}

/** What addresses of a route look like: a parameter is one part, a path of a file may have several. */
function formOf(path: string): RegExp {
  const parts = path.split(/\{(\w+)\}/);
  const form = parts.map((part, i) => {
    if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return part === 'path' ? '.+' : '[^/]+';
  });
  return new RegExp(`^${form.join('')}$`);
}
