import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { tellProgress, useProgress } from '../../../src/web/state/progress.ts';

it('says nothing of an answer that the server has said nothing of', () => {
  tellProgress({ address: '/api/why/compute/hub', share: 0.5 });
  const Shown = () => h('p', {}, String(useProgress('/api/why/compute/hub')));
  expect(renderToString(h(Shown, {}))).toBe('<p>null</p>');
});
