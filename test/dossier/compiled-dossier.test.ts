import { expect, it } from 'vitest';
import { compiledDossier, readCompiledDossier } from '../../src/dossier/compiled-dossier.ts';
import { twoHalls } from '../assessment/hubs.ts';

it('comes back as it was checked: dates, quantities, places and sources', () => {
  const read = readCompiledDossier(compiledDossier(twoHalls));
  expect(read).toEqual(twoHalls);
  expect(read.sources.size).toBe(twoHalls.sources.size);
});
