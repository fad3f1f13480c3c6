import { expect, it } from 'vitest';
import { filePath } from '../../src/dossier/file-path.ts';

it.each(['hub.yaml', 'evidence.yaml', 'sites/hall-a.yaml', 'evidence/tenders-2024.yaml'])(
  '%s is one',
  (path) => {
    expect(filePath.test(path)).toBe(true);
  },
);

it.each(['../hub.yaml', 'sites/a/b.yaml', 'outcome/outcome.yaml', 'Hub.yaml', 'hub.yml', '', 'hub.yaml\n'])(
  '%j is none',
  (path) => {
    expect(filePath.test(path)).toBe(false);
  },
);
