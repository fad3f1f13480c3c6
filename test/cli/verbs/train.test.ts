import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const small = ['train', 'llama-3.1-8b', '--chips', '64xh100-sxm5'];

describe('train', () => {
  it('prints a screen on a terminal, JSON and CSV elsewhere', async () => {
    const cwd = folder();
    const screen = await sandtable(small, { cwd, tty: true });
    expect(screen.code).toBe(0);
    expect(screen.stdout).toContain('Llama 3.1 8B');
    const answer = JSON.parse((await sandtable(small, { cwd })).stdout);
    expect(answer.groups[0].plan.precision).toBe('fp8');
    expect(JSON.stringify(answer)).not.toMatch(/NaN|null/);
    const csv = await sandtable([...small, '--format', 'csv'], { cwd });
    expect(csv.stdout).toMatch(/^of,figure,value,low_10,high_90,unit\r?\n/);
  });

  it('says what was left to a default, in words and in JSON', async () => {
    const cwd = folder();
    expect(JSON.parse((await sandtable(small, { cwd })).stdout).assumed).toContain('tokens');
    expect((await sandtable([...small, '--plain'], { cwd })).stdout).toContain('tokens (default)');
    const given = [...small, '--tokens', '14.8T', '--batch', '512', '--year', '2026'];
    const answer = JSON.parse((await sandtable(given, { cwd })).stdout);
    expect(answer.assumed).toEqual(['sequence', 'precision']);
    expect(answer.run.tokens).toBe(14.8e12);
    expect((await sandtable([...given, '--plain'], { cwd })).stdout).not.toContain('(default)');
  });

  it('refuses everything wrong at once', async () => {
    const line = ['train', 'lama-3.1-8b', '--chips', '0xh100,3xfoo', '--batch', '0', '--year', '1066'];
    const { code, stderr } = await sandtable([...line, '--tokens', '14.8', '--region', 'atlantis'], {
      cwd: folder(),
    });
    expect(code).toBe(2);
    for (const word of ['lama-3.1-8b', '0xh100', 'foo', '--batch 0', '1066', '14.8T', 'atlantis']) {
      expect(stderr).toContain(word);
    }
  });

  it.each(['time', 'memory', 'scaling'])('draws the figure %s', async (figure) => {
    const { stdout, code } = await sandtable([...small, '-f', 'svg', '--figure', figure], { cwd: folder() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg /);
    expect(stdout).not.toContain('NaN');
  });

  it('lists plans, in Chinese too', async () => {
    const cwd = folder();
    const { stdout } = await sandtable([...small, '--search', '--plain'], { cwd });
    expect(stdout).toMatch(/plans looked at/);
    const piped = JSON.parse((await sandtable([...small, '--search'], { cwd })).stdout);
    expect(piped.groups[0].found.best.length).toBeGreaterThan(1);
    const both = await sandtable([...small, '--search', '--plan', 'tp 8'], { cwd });
    expect([both.code, both.stderr.includes('ST-X003')]).toEqual([2, true]);
    const zh = await sandtable([...small, '--plain', '--language', 'zh-CN'], { cwd });
    expect(zh.stdout).toContain('时间花在哪里');
  });

  it('takes a plan as it is, sites, and a config.json', async () => {
    const cwd = folder();
    const plan = await sandtable([...small, '--plan', 'tp 2 mbs 1 zero 1 bf16', '--batch', '256'], { cwd });
    expect(JSON.parse(plan.stdout).groups[0].plan).toMatchObject({ tensor: 2, data: 32, precision: 'bf16' });
    const sites = await sandtable([...small, '--sites', '4', '--wan', '10 Gbit/s'], { cwd });
    expect(JSON.parse(sites.stdout).run.sites).toMatchObject({ count: 4, cooperation: 'diloco' });
    writeFileSync(
      join(cwd, 'config.json'),
      JSON.stringify({
        model_type: 'llama',
        hidden_size: 2048,
        intermediate_size: 8192,
        num_hidden_layers: 16,
        num_attention_heads: 32,
        num_key_value_heads: 8,
        vocab_size: 128256,
      }),
    );
    const own = await sandtable(['train', 'config.json', '--chips', '8xa100-80'], { cwd });
    expect(own.code).toBe(0);
    const file = await sandtable([...small, '-o', 'answer.json'], { cwd });
    expect(file.stdout).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'answer.json'), 'utf8')).model.id).toBe('llama-3.1-8b');
  });

  it.each([
    [['train', 'lama-3.1-8b', '--chips', '64xh100'], 'Did you mean llama-3.1-8b'],
    [['train', 'no.json', '--chips', '64xh100'], 'ST-M003'],
    [['train', 'llama-3.1-8b', '--chips', 'h100'], 'ST-T008'],
    [['train', 'llama-3.1-8b', '--chips', '0xh100'], 'ST-T006'],
    [['train', 'llama-3.1-8b', '--chips', '64xh1000'], 'ST-C001'],
    [[...small, '--plan', 'tp 3'], 'ST-T004'],
    [[...small, '--plan', 'tp 2 mbs 3', '--batch', '100'], 'ST-T005'],
    [[...small, '--batch', '-5'], 'ST-T006'],
    [[...small, '--tokens', 'many'], 'ST-T006'],
    [[...small, '--tokens', '14.8'], 'Write --tokens 14.8T'],
    [[...small, '--tokens', '1e999'], 'Write for example --tokens 14.8T'],
    [[...small, '--batch', '1e999'], 'Write for example --batch 15360'],
    [[...small, '--tokens', '14,8T'], 'ST-T006'],
    [[...small, '--batch', '1.5'], 'Write for example --batch 2'],
    [[...small, '--batch', '1e12'], 'from 1 to 1e9'],
    [[...small, '--region', 'atlantis'], 'ST-X003'],
    [[...small, '--plan', ''], 'ST-X003'],
    [[...small, '--sites', 'nonsense'], 'from 1 to 1e4'],
    [[...small, '--sites', '3', '--wan', 'fast'], '--wan fast'],
    [[...small, '--wan', '1 Gbit/s'], '`--wan` speaks of several sites'],
    [[...small, '--latency', '9 ms', '--cooperation', 'streaming'], '`--latency` and `--cooperation` speak'],
    [[...small, '--plan', 'tp 7'], '32 heads cannot be split over tp 7'],
    [['train', 'llama-3.1-8b', '--chips', '1e9xh100-sxm5'], 'ST-T006'],
    [[...small, '--year', '1999'], 'ST-X003'],
    [[...small, '--sites', '2', '--wan', '3 km'], 'ST-U'],
    [['train', 'llama-3.1-405b', '--chips', '8xa100-40', '--batch', '8'], 'ST-T007'],
  ])('refuses %j with a lesson', async (line, words) => {
    const { code, stdout, stderr } = await sandtable(line, { cwd: folder() });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/NaN|undefined|\bat .*\.ts:/);
  });
});
