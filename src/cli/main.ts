#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { requireCompiled } from './compiled-code.ts';

requireCompiled(fileURLToPath(new URL('./chunk-verdict.cjs', import.meta.url)));
createRequire(import.meta.url)('./start.cjs');
