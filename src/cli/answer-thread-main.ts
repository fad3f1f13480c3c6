import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { requireCompiled } from './compiled-code.ts';

// A thread has its own modules: it, too, takes in the code that V8 made of them at build time.
requireCompiled(fileURLToPath(new URL('./chunk-verdict.cjs', import.meta.url)));
createRequire(import.meta.url)('./answer-thread.cjs');
