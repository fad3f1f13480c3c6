import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const json = async (line: string | readonly string[], cwd = folder()) => {
  const { stdout, stderr, code } = await sandtable(line, { cwd });
  return { stderr, code, ...(stdout !== '' && { report: JSON.parse(stdout) }) };
};

describe('sandtable site', () => {
  it('shows a place on a terminal and gives JSON on a pipe', async () => {
    const cwd = folder();
    const shown = await sandtable('site golmud --years 1', { cwd, tty: true, env: { NO_COLOR: '1' } });
    expect(shown.stdout).toContain('2808 m above the sea');
    expect(shown.code).toBe(0);
    expect((await json('site golmud --years 1', cwd)).report.variants[0].altitude).toBe(2808);
  });

  it('knows a place by its name in either language, and says what the limits count', async () => {
    const cwd = folder();
    const named = await sandtable(['site', '哈密', '--years', '1', '--feed', '50 MW', '--plain'], {
      cwd,
      tty: true,
    });
    expect(named.stdout).toMatch(/[0-9,]+ chips {2}enough for what is asked/);
    expect((await json('site Hami --years 1', cwd)).report.id).toBe('hami');
  });

  it('carries both altitudes of Yiwu', async () => {
    const { report } = await json('site xinjiang-qinghai/yiwu --years 1');
    expect(report.variants.map(({ altitude }: { altitude: number }) => altitude)).toEqual([480, 1700]);
    expect(report.chip).toBe('h100-sxm5');
  });

  it('reads plants, chips, feeds, farms and permits', async () => {
    const line = [
      'site',
      'hami',
      '--years',
      '1',
      '--plant',
      'air-chiller=0.5,dry-liquid=0.5',
      '--chips',
      '20k b200',
    ];
    line.push(
      '--feed',
      '2 x 40 MVA',
      '--solar',
      '30 MW',
      '--storage',
      '100 MWh',
      '--water',
      '9000 m3',
      '--duty',
      'serving',
    );
    const { report } = await json(line);
    expect(report).toMatchObject({
      chip: 'b200',
      duty: 'serving',
      plants: { 'air-chiller': 0.5, 'dry-liquid': 0.5 },
    });
    expect(report.variants[0].limits[0].kind).toBe('transformers');
    expect(report.variants[0].supply.dispatch.photovoltaic).toBeGreaterThan(0);
  });

  it('draws figures', async () => {
    const { stdout } = await sandtable('site hami --years 1 --format svg --figure pue', { cwd: folder() });
    expect(stdout).toContain('<svg');
  });

  it.each([
    ['site golmut', 'ST-P018'],
    ['site xinjiang-qinghai/yiw', 'ST-P018'],
    ['site hami --plant swamp-cooler', 'ST-P017'],
    ['site hami --plant air-chiller=0.5', 'ST-P017'],
    ['site hami --feed 300', 'ST-X003'],
    ['site hami --chips none', 'ST-X003'],
    ['site hami --feed 0MW', 'ST-X003'],
    ['site xinjiang-qinghai/', 'No site of the dossier is named'],
    ['site hami --chips 0', 'ST-X003'],
    ['site hami --duty dreaming', 'ST-X003'],
    ['site hami --years 0', 'ST-X003'],
    ['site hami --weather missing.epw', 'there is no such file'],
  ])('answers %s with %s', async (line, code) => {
    const { stderr, code: exit } = await json(line);
    expect(stderr).toContain(code);
    expect(exit).not.toBe(0);
  });

  it('says that the weather of a station was moved, and takes the nearest station at an altitude asked for', async () => {
    const cwd = folder();
    const { stdout } = await sandtable('site golmud --altitude 480m --years 1 --plain', { cwd });
    expect(stdout).toMatch(/weather moved from 2808 m: 15\.1 K warmer/);
    const { report } = await json('site xinjiang-qinghai/yiwu --altitude 1200m --years 1');
    expect(report.variants).toHaveLength(1);
    expect(report.variants[0].altitude).toBe(1200);
  });

  it('names a single transformer as one without a reserve, and storage that nothing charges', async () => {
    const line = ['site', 'hami', '--years', '1', '--plain', '--feed', '50 MVA', '--storage', '10 MWh'];
    const { stdout } = await sandtable(line, { cwd: folder() });
    expect(stdout).toContain('the only transformer, none in reserve');
    expect(stdout).toContain('Nothing charges the storage');
    expect(stdout).not.toContain('from storage');
  });

  it('refuses an impossible altitude and a file that is no weather', async () => {
    expect((await json(['site', 'hami', '--altitude', '9000 m'])).stderr).toContain('ST-P016');
    const cwd = folder();
    writeFileSync(join(cwd, 'x.epw'), 'no weather\n');
    expect((await json('site hami --weather x.epw', cwd)).stderr).toContain('ST-P012');
  });
});
