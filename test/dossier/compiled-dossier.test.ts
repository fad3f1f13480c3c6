import { expect, it } from 'vitest';
import { compiledDossier, readCompiledDossier } from '../../src/dossier/compiled-dossier.ts';
import { loadDossier } from '../../src/dossier/load.ts';

it('comes back as it was, its sources a map and its digest with it', () => {
  const dossier = loadDossier('test/fixtures/dossier/minimal', {});
  const read = readCompiledDossier(compiledDossier(dossier));
  expect(read).toEqual(dossier);
  expect(read.sources).toBeInstanceOf(Map);
});
