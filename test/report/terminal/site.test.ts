import { describe, expect, it } from 'vitest';
import { siteJson } from '../../../src/report/site-json.ts';
import { siteScreenWords } from '../../../src/report/strings/screen-words.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { siteScreen } from '../../../src/report/terminal/site.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { yiwu } from '../site.ts';

const report = yiwu();

describe('the screen of a site', () => {
  it('is the reviewed screen', async () => {
    await expect(siteScreen(report)).toMatchFileSnapshot('../../golden/site.txt');
    await expect(siteScreen(report, { strings: languages['zh-CN'], plain: true })).toMatchFileSnapshot(
      '../../golden/site-zh-CN.txt',
    );
  });

  it.each([60, 80, 120])('fits %d columns', (width) => {
    for (const strings of Object.values(languages)) {
      for (const line of siteScreen(report, { width, strings }).split('\n')) {
        expect(columns(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('names what overheats, what is exceeded, and what is not known', () => {
    expect(siteScreen(yiwu({ trim: 0.02, blend: { 'dry-liquid': 1 } }))).toMatch(
      /! overheats \d+ h a year at [\d.]+ °C/,
    );
    expect(siteScreen(report)).toContain('is exceeded by what is asked for');
    const { waterPermit: _, ...bare } = { waterPermit: 0 };
    const unknown = siteScreen(yiwu({ ...bare, feeder: {}, waterPermit: undefined as unknown as number }));
    expect(unknown).toContain('No feed and no water permit is known');
  });

  it('never prints what is no number', () => {
    expect(
      siteScreen(yiwu({ duty: 'idle', farms: { photovoltaicMw: 0, windMw: 0, storageMwh: 0 } })),
    ).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('says every repair of a weather file in both languages', () => {
  const repairs = [
    { kind: 'leap-day', hours: 24 },
    { kind: 'gaps', field: 'wind', hours: 3, within: [0, 60, 'm/s'] },
    { kind: 'pressure' },
    { kind: 'humidity', hours: 5 },
    { kind: 'sun-lag', hours: 1.3 },
    { kind: 'beam-split', before: 640, after: 556 },
    { kind: 'night-sun', hours: 7 },
  ] as const;
  for (const tag of ['en', 'zh-CN'] as const) {
    expect(new Set(repairs.map(siteScreenWords(languages[tag]).repair)).size).toBe(repairs.length);
  }
});

it('is JSON without its hours, finite throughout', () => {
  const json = JSON.parse(siteJson(report));
  expect(json.variants).toHaveLength(2);
  expect(json.variants[0].loadDuration).toHaveLength(101);
  expect(JSON.stringify(json)).not.toMatch(/null,null|NaN/);
  expect(JSON.stringify(json).length).toBeLessThan(50_000);
});
