import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asking, json, workingFolder } from './harness.ts';

const missing = async (headers: Record<string, string>) => {
  const answer = await asking(workingFolder())('/api/nothing', { headers });
  return { title: (await json(answer)).title as string, vary: answer.headers.get('vary') };
};

describe('the language of a refusal', () => {
  it.each([
    ['zh-CN', '没有这个地址'],
    ['zh', '没有这个地址'],
    ['de, zh-TW;q=0.8, en;q=0.5', '没有这个地址'],
    ['zh;q=0.2, en-GB', 'There is no such address'],
    ['zh;q=0', 'There is no such address'],
    ['de', 'There is no such address'],
    ['', 'There is no such address'],
    ['zhuang', 'There is no such address'],
  ])('is what the reader prefers: %j', async (accepted, title) => {
    expect(await missing({ 'accept-language': accepted })).toEqual({ title, vary: 'Accept-Language' });
  });

  it('is the one that the address asks for, whatever the reader prefers', async () => {
    const ask = asking(workingFolder());
    const headers = { 'accept-language': 'zh-CN' };
    const english = await json(await ask('/api/why/nothing/minimal?language=en', { headers }));
    expect(english.faults[0].what).toBe('There is no quantity `nothing`.');
    const chinese = await json(await ask('/api/why/nothing/minimal?language=zh-CN'));
    expect(chinese.faults[0].what).toBe('没有数量 `nothing`。');
    expect(chinese.title).toBe('没有这个数量');
    expect(chinese.faults[0]).not.toHaveProperty('said');
  });
});

describe('the faults of a dossier', () => {
  const headers = { 'content-type': 'application/json', 'accept-language': 'zh-CN' };

  it('are told in Chinese by every door', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { files, versions } = await json(await ask('/api/dossiers/minimal'));
    const broken = files['evidence.yaml'].replace(/^ {2}grade: .*$/m, '  grade: 2b');
    const body = JSON.stringify({ files: { 'evidence.yaml': broken } });
    const checked = await json(await ask('/api/dossiers/minimal/check', { method: 'POST', headers, body }));
    expect(checked.faults[0]).toMatchObject({ what: '`2b` 不是等级。', fix: '是否想写 B2？' });
    const compiled = await ask('/api/dossiers/minimal/compiled', { method: 'POST', headers, body });
    expect((await json(compiled)).faults[0].what).toBe('`2b` 不是等级。');
    const saved = await ask('/api/dossiers/minimal/files/evidence.yaml', {
      method: 'PUT',
      body: broken,
      headers: { ...headers, 'content-type': 'text/yaml', 'if-match': `"${versions['evidence.yaml']}"` },
    });
    const refused = await json(saved);
    expect(refused.title).toBe('文本有错误，没有保存');
    expect(refused.faults.map(({ what }: { what: string }) => what)).toEqual([
      '`evidence.yaml` 的文本有一处错误。',
      '`2b` 不是等级。',
    ]);
    writeFileSync(join(cwd, 'minimal', 'odd.yaml'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const [{ faults }] = await json(await ask('/api/check/minimal?language=zh-CN'));
    expect(faults[0].what).toBe('此文件的编码是 UTF-16。');
  });
});
