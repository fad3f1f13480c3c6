import { expect, it } from 'vitest';
import { pageFile } from '../../../src/web/state/page-address.ts';
import { initial, screens, stateOf } from '../../../src/web/state/state.ts';

const look = { language: 'zh-CN', theme: 'dark' } as const;

it('every screen of a dossier is a page of the same run', () => {
  const state = stateOf('?t=2030-11&prior=sceptic&drop=a,b&set=pool:50k&seed=11&shape=cdf');
  for (const screen of screens) {
    const file = pageFile({ at: 'screen', dossier: 'two-halls', screen }, state, look)!;
    const { pathname, searchParams } = new URL(file.address, 'http://x');
    expect(pathname).toBe('/export/two-halls');
    expect(file.name).toBe(`sandtable-two-halls-${screen}.html`);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ embed: screen, asOf: '2030-11', prior: 'sceptic', set: 'pool=50k', seed: '11' },
      ...{ language: 'zh-CN', theme: 'dark' },
    });
    expect(searchParams.getAll('drop')).toEqual(['a', 'b']);
  }
});

it('so is the library', () => {
  expect(pageFile({ at: 'library' }, initial, look)).toEqual({
    address: '/export?embed=library&prior=neutral&language=zh-CN&theme=dark',
    name: 'sandtable-library.html',
  });
});

it('a comparison is one as soon as there are two sides, each with what decides its run', () => {
  const place = { at: 'compare' } as const;
  expect(pageFile(place, { ...initial, a: 'two-halls' }, look)).toBeNull();
  const b = 'two-halls?prior=sceptic&lang=en&set=pool:50k&group=1';
  const { address } = pageFile(place, { ...initial, a: 'st1-0123456789ab', b }, look)!;
  const parts = address.split('?')[0]!.split('/').map(decodeURIComponent);
  expect(parts).toEqual(['', 'api', 'diff', 'st1-0123456789ab', 'two-halls?prior=sceptic&set=pool:50k']);
  expect(address).toContain('format=html');
});
