import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findChromium } from '../../src/cli/chromium.ts';
import { folder } from './harness.ts';

it('is the one that CHROME_PATH names, or the first on the path', () => {
  const at = folder();
  const made = (name: string) => {
    writeFileSync(join(at, name), '#!/bin/sh\n');
    chmodSync(join(at, name), 0o755);
    return join(at, name);
  };
  expect(findChromium({ PATH: at }, 'linux')).toBeUndefined();
  const chrome = made('google-chrome');
  expect(findChromium({ PATH: at }, 'linux')).toBe(chrome);
  const chromium = made('chromium');
  expect(findChromium({ PATH: at }, 'linux')).toBe(chromium);
  expect(findChromium({ PATH: at, CHROME_PATH: chrome }, 'linux')).toBe(chrome);
  expect(findChromium({ PATH: at, CHROME_PATH: join(at, 'nothing') }, 'linux')).toBeUndefined();
});
