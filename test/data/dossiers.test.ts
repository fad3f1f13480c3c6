import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/dossier/dossier.ts';
import { filesIn } from '../../src/dossier/files.ts';
import { dossierIds, loadData } from '../../src/dossier/folder.ts';
import { checkDossier, loadDossier } from '../../src/dossier/load.ts';
import { parseKinds } from '../../src/installed/kind-file.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';
import type { Localised } from '../../src/sources/source.ts';

const data = loadData('data');
const options = {
  data,
  kinds: kindRules(parseKinds(filesIn(data, 'evidence'))),
  dossiersFolders: ['dossiers'],
};

describe.each(dossierIds(['dossiers']))('%s', (id) => {
  test('loads without a fault or a warning', () => {
    expect(checkDossier(id, options).faults).toEqual([]);
  });
});

describe('the flagship', () => {
  const { sites, evidence, hub } = loadDossier('xinjiang-qinghai', options);
  const ours = sites.filter(({ role }) => role === 'hub');

  test('its sites add up to 39 projects and 115,000 accelerators', () => {
    const accelerators = ours.map(({ id, claims }) => {
      const spread = claims[0]?.says.accelerators?.spread;
      return spread?.form === 'exact' ? spread.value : expect.fail(`${id} claims no exact number first`);
    });
    expect(ours.reduce((sum, { projects }) => sum + projects, 0)).toBe(39);
    expect(accelerators.reduce((sum, value) => sum + value, 0)).toBe(115_000);
  });

  test('every site that is matched by inference says so', () => {
    const named = ours.filter(({ id }) => id !== 'yiwu' && !id.startsWith('unnamed-'));
    for (const site of named) expect(site.note?.en, site.id).toContain('inference');
  });

  test('has at least 60 items, and speaks in more voices than Bloomberg', () => {
    expect(evidence.length).toBeGreaterThanOrEqual(60);
    const retold = evidence.filter(
      ({ origin }) => origin === 'bloomberg-2025-07' || origin === 'hub-approvals',
    );
    expect(retold.length).toBeLessThan(evidence.length / 4);
  });

  test('shows the reply of Nvidia', () => {
    expect(hub.responses.map(({ by }) => by.en)).toContain('Nvidia');
  });
});

/** What a dossier says in whole sentences, whom and what it names, and its remarks. */
function wordsOf({
  hub,
  sites,
  evidence,
  looks,
}: Dossier): Record<'sentences' | 'names' | 'notes', Localised[]> {
  const claims = [hub, ...sites].flatMap((one) => one.claims);
  const sentences = [
    hub.summary,
    ...hub.responses.map(({ says }) => says),
    ...claims.flatMap(({ text }) => text ?? []),
    ...sites.flatMap(({ note }) => note ?? []),
    ...evidence.map(({ says }) => says),
  ];
  const names = [
    ...[hub, ...sites, ...looks].map(({ name }) => name),
    ...[...claims, ...hub.responses].map(({ by }) => by),
    ...sites.flatMap(({ operator }) => operator ?? []),
  ];
  return { sentences, names, notes: [...evidence, ...looks].flatMap(({ note }) => note ?? []) };
}

const number = (digits: string) => Number(digits.replaceAll(',', ''));

describe.each(['xinjiang-qinghai', 'two-halls'])('the Chinese of %s', (id) => {
  const { sentences, names, notes } = wordsOf(loadDossier(id, options));
  const all = [...sentences, ...names];

  test('says all that the English says', () => {
    expect([...all, ...notes].filter(({ zh }) => zh === undefined)).toEqual([]);
  });

  test('is whole sentences, no words to search by', () => {
    const whole = [...sentences, ...notes];
    expect(whole.filter(({ zh }) => !/[\u4e00-\u9fff].*[。）]$/.test(zh ?? ''))).toEqual([]);
    expect(all.filter(({ zh }) => /[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(zh ?? ''))).toEqual([]);
  });

  test('has the marks of Chinese, and percent signs without a space', () => {
    expect([...all, ...notes].filter(({ zh }) => /[\u4e00-\u9fff][,:;?!]|\d %/.test(zh ?? ''))).toEqual([]);
  });

  test('names the percentages and the amounts of compute that the English names', () => {
    const percents = (text = '') => new Set(text.match(/[\d.]+(?= ?%)/g));
    const compute = (text = '') => {
      const amounts = text.replaceAll('超万P', '1万P').matchAll(/(\d[\d,.]*) ?(万)?P(?!\w)/g);
      return new Set([...amounts].map(([, size, word]) => number(size!) * (word ? 10_000 : 1)));
    };
    const numbers = (text: string) => (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map(number);
    for (const { en, zh } of sentences) {
      const [english, chinese] = [compute(en), compute(zh)];
      expect(percents(zh), en).toEqual(percents(en));
      expect([...english].filter((amount) => !chinese.has(amount))).toEqual([]);
      const named = new Set([...english, ...numbers(en)]);
      expect([...chinese].filter((amount) => !named.has(amount))).toEqual([]);
    }
  });
});
