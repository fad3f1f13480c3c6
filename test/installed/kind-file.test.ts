import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { parseKinds } from '../../src/installed/kind-file.ts';

const files = readdirSync('data/evidence').map((name) => ({
  path: `data/evidence/${name}`,
  text: readFileSync(`data/evidence/${name}`, 'utf8'),
}));
const kinds = parseKinds(files);
const fileOf = (id: string) => files.find(({ path }) => path === `data/evidence/${id}.yaml`)!;

function codesOf(changed: { path: string; text: string }[]): string[] {
  try {
    parseKinds(changed);
    return [];
  } catch (reason) {
    if (!(reason instanceof SandtableError)) throw reason;
    return reason.faults.map(({ code, place }) => `${code} ${place?.file}`);
  }
}

describe('the kinds that ship', () => {
  test('each bear the name of their file', () => {
    expect([...kinds.keys()].sort()).toEqual(
      files.map(({ path }) => path.replace('data/evidence/', '').replace('.yaml', '')).sort(),
    );
  });

  test('give each finding a probability in twelve situations, none of them certain of nothing', () => {
    for (const kind of kinds.values()) {
      if (kind.model !== 'finding') continue;
      for (const { p, noise } of kind.findings.values()) {
        expect(p.length).toBe(12);
        expect(p.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(noise).toBeGreaterThan(0);
      }
    }
  });

  test('never find more than everything: findings that exclude each other sum to 1 at most', () => {
    for (const id of ['thermal-image', 'tender', 'chip-identified', 'construction-image']) {
      const kind = kinds.get(id)!;
      if (kind.model !== 'finding') throw new Error(id);
      for (let i = 0; i < 12; i++) {
        const sum = [...kind.findings.values()].reduce((total, { p }) => total + p[i]!, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });

  test('spread one probability over the routes', () => {
    const kind = kinds.get('commissioning')!;
    if (kind.model !== 'finding') throw new Error('commissioning');
    const { p } = kind.findings.get('lit')!;
    expect(p[9]).toBe(p[10]);
  });
});

describe('a faulty kind', () => {
  test('is told with all the others', () => {
    const broken = [
      { ...fileOf('thermal-image'), text: fileOf('thermal-image').text.replace('lit: 0.85', 'lit: 1.85') },
      { ...fileOf('lit-capacity'), text: fileOf('lit-capacity').text.replace('sigma: 0.3', 'sigma: -0.3') },
    ];
    const found = codesOf(broken);
    expect(found.some((line) => line.endsWith('thermal-image.yaml'))).toBe(true);
    expect(found.some((line) => line.endsWith('lit-capacity.yaml'))).toBe(true);
  });

  test('may not leave out why it was judged so, nor a stage, nor make noise impossible', () => {
    const edit = (from: string | RegExp, to: string) =>
      codesOf([{ ...fileOf('thermal-image'), text: fileOf('thermal-image').text.replace(from, to) }]);
    expect(edit(/why:[\s\S]*$/, '')).not.toEqual([]);
    expect(edit('    shell: 0.12\n', '')).not.toEqual([]);
    expect(edit('noise: 0.3', 'noise: 0')).not.toEqual([]);
    expect(edit('model: finding', 'model: guess')).not.toEqual([]);
  });
});
