import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { answerOf } from '../../src/cli/answer.ts';
import { packed, verdictFile } from '../../src/cli/built.ts';
import { builtAnswer, firstQuestion } from '../../src/cli/built-answer.ts';
import { dossierDigest } from '../../src/dossier/digest.ts';
import { dossierFiles } from '../../src/dossier/folder.ts';
import { inventing as engine, folder, line } from './harness.ts';

const question = firstQuestion('two-halls');
const answer = await answerOf(question, { cwd: '/nowhere', engine, line });

/** A folder with what the build would leave there. */
function built(): string {
  const at = folder();
  const file = verdictFile(at, 'two-halls');
  mkdirSync(dirname(file));
  const dossier = dossierDigest(dossierFiles('dossiers/two-halls').files);
  const restsOn = { dossier, data: engine.data().digest, version: engine.version };
  writeFileSync(file, packed({ ...restsOn, text: answer.text }));
  return at;
}

it('is what would be answered, and the run is kept as if it had been made now', () => {
  const cwd = folder();
  expect(builtAnswer(question, { cwd, engine, built: built() })).toEqual(answer);
  const { id } = JSON.parse(answer.text).run;
  const { reference, assessment } = JSON.parse(
    readFileSync(join(cwd, '.sandtable', 'runs', `${id}.json`), 'utf8'),
  );
  expect(reference).toBe('two-halls');
  expect(assessment).toEqual(JSON.parse(answer.text));
});

it('is none to any other question', () => {
  const cwd = folder();
  const to = (other: object) => builtAnswer({ ...question, ...other }, { cwd, engine, built: built() });
  expect(to({ options: { format: 'json', seed: '8' } })).toBeUndefined();
  expect(to({ options: { format: 'csv' } })).toBeUndefined();
  expect(to({ command: 'cite' })).toBeUndefined();
  expect(to({ arguments: ['lotus'] })).toBeUndefined();
  expect(to({ arguments: ['no-such-hub'] })).toBeUndefined();
  expect(existsSync(join(cwd, '.sandtable'))).toBe(false);
});

it('is none about a dossier of one’s own under the same name, once a word of it differs', () => {
  const cwd = folder();
  cpSync('dossiers/two-halls', join(cwd, 'two-halls'), { recursive: true });
  const at = built();
  expect(builtAnswer(question, { cwd, engine, built: at })).toEqual(answer);
  writeFileSync(join(cwd, 'two-halls', 'hub.yaml'), '# mine\n', { flag: 'a' });
  expect(builtAnswer(question, { cwd, engine, built: at })).toBeUndefined();
});
