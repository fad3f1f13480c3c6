import { expect, it } from 'vitest';
import { saysOf } from '../../src/report/claim-words.ts';
import { languages } from '../../src/report/strings/strings.ts';
import { dossier } from '../assessment/hubs.ts';

const plan = dossier('xinjiang-qinghai')
  .sites.find(({ id }) => id === 'yiwu')!
  .claims.find(({ id }) => id === 'yiwu-plan')!;

it('says a claim as its author wrote it, and in Chinese with the same figures', () => {
  expect(saysOf(plan, languages.en)).toEqual(['over 60,000 P', 'unnamed']);
  expect(saysOf(plan, languages['zh-CN'])).toEqual(['超过6万P', '未具名']);
});
