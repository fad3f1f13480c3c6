import { describe, expect, it } from 'vitest';
import { parseWorldData } from '../../src/assessment/knowledge.ts';
import type { DataFiles } from '../../src/dossier/files.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { SandtableError } from '../../src/errors/fault.ts';

const data = loadData('data');

function thrownBy(files: DataFiles['files']): SandtableError {
  try {
    parseWorldData({ ...data, files });
  } catch (problem) {
    if (problem instanceof SandtableError) return problem;
    throw problem;
  }
  return expect.fail('it was accepted');
}

it('knows the chips, kinds, grades, pools and parameters of the data, and their digest', () => {
  const world = parseWorldData(data);
  expect(world.catalogue.chips.has('h100-sxm5')).toBe(true);
  expect([...world.supply.pools.keys()].sort()).toEqual(['domestic', 'legal', 'restricted']);
  expect(world.kinds.get('tender')!.model).toBe('finding');
  expect(world.digest).toBe(data.digest);
});

describe('a data folder', () => {
  it.each(['data/grades.yaml', 'data/installed/world.yaml'])('without %s is refused', (path) => {
    const { code, message } = thrownBy(data.files.filter((file) => file.path !== path));
    expect(code).toBe('ST-A001');
    expect(message).toContain(`${path} is missing`);
  });

  it.each([
    ['data/controls/us-2025-04-nvidia-letter.yaml', 'effective:', 'efective:'],
    ['data/sources/controls.yaml', 'type: reference', 'type: referense'],
    ['data/supply/legal.yaml', 'a800-pcie: 0.1', 'a800-pcje: 0.1'],
  ])('with one broken line in %s is refused, not read without that file', (path, line, mistyped) => {
    const files = data.files.map((file) =>
      file.path === path ? { ...file, text: file.text.replace(line, mistyped) } : file,
    );
    expect(thrownBy(files).faults.map(({ place }) => place?.file)).toContain(path);
  });

  it('with two broken files is refused for both', () => {
    const broken = ['data/grades.yaml', 'data/site/power.yaml'];
    const files = data.files.map((file) => (broken.includes(file.path) ? { ...file, text: 'a: [' } : file));
    const places = thrownBy(files).faults.map(({ place }) => place?.file);
    expect(places).toEqual(expect.arrayContaining(broken));
  });
});
