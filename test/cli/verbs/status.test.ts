import { describe, expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const type = (line: string | string[], more: { tty?: boolean; columns?: number } = {}) =>
  sandtable(line, { cwd: folder(), ...more });

describe('sandtable status', () => {
  it('answers with outcome, rule, arithmetic and margins', async () => {
    const { stdout, code } = await type('status h20 --on 2025-04-10 --to CN --from US --plain');
    expect(code).toBe(0);
    expect(stdout).toMatch(/LICENCE NEEDED, BY LETTER/);
    expect(stdout).toMatch(/148 TFLOP\/s × 16 = 2,368/);
    expect(stdout).toMatch(/memory bandwidth 4,000 GB\/s ≥ 1,400 GB\/s: met, by 2,600/);
    expect(stdout).toMatch(/no legal advice/);
  });

  it('says what is missing and what it would decide', async () => {
    const { stdout } = await type('status t21 --on 2025-03-01 --to CN --from US --plain');
    expect(stdout).toMatch(/CANNOT BE DECIDED/);
    expect(stdout).toMatch(
      /up to 513\.5 mm²: .*\(a\.2\)\n.*up to 1,900 mm²: .*NAC \(b\)\n.*over 1,900 mm²: no licence under/,
    );
  });

  it('is JSON on a pipe, without infinities, and CSV on demand', async () => {
    const { stdout } = await type('status gb200 --on 2026-01-20 --to CN');
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'denial', item: { id: 'gb200' } });
    const csv = await type('status h20 --on 2025-04-10 --to CN --from US -f csv');
    expect(csv.stdout.split('\r\n')[0]).toMatch(/^item,on,to,outcome,rules,rules_known_to,by,layer/);
    expect(csv.stdout).toMatch(/-32\r\n/);
  });

  it.each([
    [
      'on a terminal',
      '--plain',
      /BY LETTER, BY RULES KNOWN TO 2026-08-31, CARRIED FORWARD\n[\s\S]*! what came after/,
    ],
    ['in JSON', '-f json', /"rules": \{\s*"state": "carried-forward",[^}]*"to": "2026-08-31"/],
    ['in CSV', '-f csv', /^h20,2030-01-01,CN,letter,carried-forward,2026-08-31,/m],
  ])('marks an answer beyond the last known rules %s', async (_, format, mark) => {
    expect((await type(`status h20 --on 2030-01-01 --to CN ${format}`)).stdout).toMatch(mark);
  });

  it('tells all faults at once: chip, day, country, word', async () => {
    const { stderr } = await type('status h2OO --on 2023-02-30 --to Chine --buyer army --set dieArea');
    for (const code of ['ST-C001', 'ST-S031', 'ST-K001', 'ST-K003', 'ST-X003']) {
      expect(stderr).toContain(code);
    }
    expect(stderr).toContain('Did you mean h200');
    expect((await type('status h2OO --to Chine')).stderr).toMatch(/ST-X002[\s\S]*ST-C001[\s\S]*ST-K001/);
  });

  it('says which figures were replaced, of a server, too', async () => {
    const { stdout } = await type('status dgx-b300 --set tpp=1000 --on 2024-05-01 --to CN --plain');
    expect(stdout).toMatch(/with tpp = 1000 instead of what\s+the catalogue says[\s\S]*NO LICENCE/);
  });

  it('answers as one could know it', async () => {
    const { stdout } = await type('status h20 --on 2025-04-12 --to CN --as-of 2025-04-14 --plain');
    expect(stdout).toMatch(/NO LICENCE[\s\S]*! as one could know on 2025-04-14/);
  });

  it('takes another die area, and a chip that is only described', async () => {
    const { stdout } = await type([
      'status',
      'mlu370-x8',
      '--on',
      '2024-05-01',
      '--to',
      'CN',
      '--set',
      'dieArea=500 mm2',
      '--plain',
    ]);
    expect(stdout).toMatch(/BY EXCEPTION NAC/);
    const described = await type(
      'status --set tpp=5000 --set dieArea=800mm2 --market data-centre --on 2024-05-01 --to CN --plain',
    );
    expect(described.stdout).toMatch(/PRESUMED DENIED/);
  });

  it.each([
    ['status h1000 --on 2024-05-01 --to CN', 'ST-C001'],
    ['status h100 --on 2024-02-30 --to CN', 'ST-S031'],
    ['status h100 --on 2024-05 --to CN', 'ST-K006'],
    ['status h100 --on 2024-05-01 --to Atlantis', 'ST-K001'],
    ['status h100 --to CN', 'ST-X002'],
    ['status h100 --on 2024-05-01', 'ST-X002'],
    ['status --on 2024-05-01 --to CN', 'ST-X002'],
    ['status h100 --on 2024-05-01 --to CN --set dieArea=-5mm2', 'ST-K005'],
    ['status h100 --on 2024-05-01 --to CN --set dieArea', 'ST-X003'],
    ['status h100 --on 2024-05-01 --to CN --owned-by-listed much', 'ST-X003'],
    ['status h100 --on 2024-05-01 --to CN --set tpp=1 --set tpp=2', 'ST-X003'],
    ['status --set tpp=1 --maker nvdia --on 2024-05-01 --to CN', 'ST-X003'],
    ['status h100 --maker nvidia --on 2024-05-01 --to CN', 'ST-K003'],
    ['status --set tpp=1 --designed-in Chine --on 2024-05-01 --to CN', 'ST-K001'],
    ['status h100 --on 2024-05-01 --to CN --buyer army', 'ST-K003'],
    ['status h100 --on 2024-05-01 --to CN --market moon', 'ST-X003'],
    ['status h100 --on 2024-05-01 --to CN --end-user bytedance --headquarters US', 'ST-K003'],
    ['status hgx-h100 --on 2024-05-01 --to CN', 'ST-K010'],
  ])('refuses %s', async (line, code) => {
    const { stderr, stdout, code: exit } = await type(line);
    expect(stderr).toContain(code);
    expect(stdout).toBe('');
    expect(exit).toBe(2);
  });

  it.each([60, 80, 120])('keeps to %i columns in both languages', async (columns) => {
    for (const language of ['en', 'zh-CN']) {
      for (const line of [
        'status h200 --on 2026-02-10 --to CN',
        'status br100 --on 2022-10-24 --to CN --from TW',
        'timeline h100 a800',
        'chips',
        'chip b300',
        'rules',
        'rules us-2023-10-advanced-computing',
      ]) {
        const { stdout } = await type(`${line} --language ${language}`, { tty: true, columns });
        const wide = stdout.split('\n').filter((text) => width(text) > columns);
        expect(wide, line).toEqual([]);
      }
    }
  });
});

/** Columns of a line without colours; Chinese characters take two. */
function width(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
  const bare = text.replace(/\u001b\[\d+m/g, '');
  return [...bare].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(one) ? 2 : 1), 0);
}
