import { expect, it } from 'vitest';
import { pagePolicy, policy } from '../../src/server/headers.ts';
import { asking, workingFolder } from './harness.ts';

it('stand on every answer, refusals among them', async () => {
  const ask = asking(workingFolder());
  const answers = [
    await ask('/'),
    await ask('/api/world'),
    await ask('/api/nothing'),
    await ask('/api/assess?nonsense=1'),
    await ask('/api/explain', { headers: { host: 'evil.example' } }),
    await ask('/api/dossiers/minimal/files/hub.yaml', { method: 'PUT', body: 'x' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([503, 200, 404, 400, 403, 400]);
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control')).toMatch(/^no-(store|cache)$/);
  }
});

it('let no script run but the app, and none at all in exported pages', () => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(pagePolicy).not.toContain('script-src');
  expect(pagePolicy).toContain("default-src 'none'");
});
