import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import { program } from '../../src/cli/program.ts';
import { folder, inventing, line, sandtable } from './harness.ts';

const verbs = program({ engine: inventing, effects: {} as Effects, line }, () => {}).commands.map((command) =>
  command.name(),
);

it('is the command line of the reference', async () => {
  const cwd = folder();
  const pages = ['', ...verbs];
  const parts: string[] = [];
  for (const verb of pages) {
    const { stdout } = await sandtable(`${verb} --help`, { cwd, columns: 100 });
    parts.push(`## sandtable${verb ? ` ${verb}` : ''}\n\n\`\`\`text\n${stdout.trim()}\n\`\`\`\n`);
  }
  const page = `# Command line\n\nGenerated from \`--help\`; do not edit.\n\n${parts.join('\n')}`;
  await expect(page).toMatchFileSnapshot('../../docs/reference/cli.md');
});
