// Keeps what V8 makes of the command line's code in a verdict, so that no run has to parse and compile it again.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { codeFile, requireCompiled } from '../dist/cli/compiled-code.js';

const bundle = fileURLToPath(new URL('../dist/cli/chunk-verdict.cjs', import.meta.url));

// What has not run for a while would be dropped, and the flags are part of what makes code fit to be taken in again.
setFlagsFromString('--no-flush-bytecode');
process.argv.splice(2, Infinity, 'assess', 'xinjiang-qinghai', '--plain', '--format', 'screen');
process.stdout.write = () => true;
process.stderr.write = () => true;
const script = requireCompiled(bundle);
process.once('exit', () => {
  // A fault in data is for the run to tell that needs it.
  process.exitCode = 0;
  setFlagsFromString('--flush-bytecode');
  writeFileSync(codeFile(bundle), script.createCachedData());
});
createRequire(import.meta.url)('../dist/cli/start.cjs');
