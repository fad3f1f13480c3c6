import { describe, expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const small = ['serve', 'llama-3.1-8b', '--chips', '8xh100-sxm5'];

describe('serve', () => {
  it('prints a screen on a terminal, JSON and CSV elsewhere', async () => {
    const cwd = folder();
    const screen = await sandtable(small, { cwd, tty: true });
    expect(screen.code).toBe(0);
    expect(screen.stdout).toContain('Llama 3.1 8B');
    const answer = JSON.parse((await sandtable([...small, '--slo', 'tpot=20ms'], { cwd })).stdout);
    expect(answer.best.tpot).toBeLessThanOrEqual(0.02);
    expect(JSON.stringify(answer)).not.toMatch(/NaN|null/);
    const csv = await sandtable([...small, '--format', 'csv'], { cwd });
    expect(csv.stdout).toMatch(/^of,figure,value,low_10,high_90,unit\r?\n/);
  });

  it.each(['front', 'roofline'])('draws the figure %s', async (figure) => {
    const { stdout, code } = await sandtable([...small, '-f', 'svg', '--figure', figure], { cwd: folder() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg /);
    expect(stdout).not.toContain('NaN');
  });

  it('speaks Chinese, guesses ahead and takes formats', async () => {
    const cwd = folder();
    const zh = await sandtable([...small, '--plain', '--language', 'zh-CN'], { cwd });
    expect(zh.stdout).toContain('一步的时间花在哪里');
    const options = [
      '--guess',
      '1',
      '--precision',
      'bf16',
      '--engine',
      'vllm',
      '--year',
      '2025.5',
      '--hit',
      '0.5',
    ];
    const { best, precision } = JSON.parse((await sandtable([...small, ...options], { cwd })).stdout);
    expect(precision).toBe('bf16');
    expect(best.placement).toMatchObject({ guessed: 1, engine: 'vllm', year: 2025.5 });
  });

  it.each([
    [['--slo', 'tbot=5ms'], 'ST-V002'],
    [['--input', '0'], 'ST-V005'],
    [['--hit', '1.5'], 'ST-V005'],
    [['--slo', 'tpot=0.01ms'], 'ST-V004'],
  ])('refuses %s with %s', async (options, code) => {
    const { stderr, code: status } = await sandtable([...small, ...options], { cwd: folder() });
    expect(stderr).toContain(code);
    expect(status).not.toBe(0);
  });

  it.each([
    [['--requests', 'abc'], '--requests 20'],
    [['--guess', '1.5'], '--guess 2'],
    [['--year', '25'], '--year 2025.5'],
    [['--hit', '120%'], '--hit 50%'],
    [['--input', '50%'], '--input 4096'],
    [['--figure', 'cost'], '--format svg'],
    [['--theme', 'dark', '--format', 'json'], '--format svg'],
    [['--percentile', 'p99'], '--slo tpot=50ms'],
    [['--traffic', 'code'], '--requests 20'],
  ])('says how %s is written', async (options, fix) => {
    const { stderr, code } = await sandtable([...small, ...options], { cwd: folder() });
    expect(stderr).toContain(fix);
    expect(code).not.toBe(0);
  });

  it('takes shares in per cent', async () => {
    const of = async (hit: string) =>
      JSON.parse((await sandtable([...small, '--hit', hit], { cwd: folder() })).stdout).load.prefixHit;
    expect(await of('80%')).toBeCloseTo(0.8, 12);
    expect(await of('0.8')).toBeCloseTo(0.8, 12);
  });

  it('refuses several kinds of chips, and a model that does not fit', async () => {
    const cwd = folder();
    const two = await sandtable(['serve', 'llama-3.1-8b', '--chips', '8xh100-sxm5,8xh20'], { cwd });
    expect(two.stderr).toContain('ST-T008');
    const large = await sandtable(['serve', 'deepseek-v3', '--chips', '2xh20'], { cwd });
    expect(large.stderr).toContain('ST-V003');
    const long = await sandtable([...small, '--input', '10000000'], { cwd });
    expect(long.stderr).toContain('A request of 10,001,024 tokens has');
    expect(long.stderr).toContain('tokens, prompt and answer together.');
  });
});
