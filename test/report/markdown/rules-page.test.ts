import { expect, it } from 'vitest';
import { rulesPage } from '../../../src/report/markdown/rules-page.ts';
import { controls } from '../../controls/data.ts';

it('docs/reference/rules.md is generated from the data', async () => {
  const page = rulesPage(controls);
  for (const id of controls.instruments.keys()) expect(page).toContain(`\`${id}\``);
  await expect(page).toMatchFileSnapshot('../../../docs/reference/rules.md');
});
