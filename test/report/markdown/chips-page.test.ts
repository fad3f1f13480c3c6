import { expect, it } from 'vitest';
import { chipsPage } from '../../../src/report/markdown/chips-page.ts';
import { catalogue } from '../../chips/data.ts';

it('docs/reference/chips.md is generated from the data', async () => {
  await expect(chipsPage(catalogue)).toMatchFileSnapshot('../../../docs/reference/chips.md');
});
