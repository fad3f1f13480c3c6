import { expect, it } from 'vitest';
import { error } from '../../../src/errors/fault.ts';
import { filesPage } from '../../../src/report/html/files.ts';

const texts = { 'hub.yaml': 'id: mine # <script>alert(1)</script>\n', 'evidence.yaml': '[]\n' };

it('shows every file as it is written, and never as markup', () => {
  const page = filesPage({ id: 'mine', texts, faults: [] });
  expect(page.match(/<pre /g)).toHaveLength(2);
  expect(page).toContain('id: mine # &lt;script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toContain('No errors.');
});

it('says what is wrong, where, and what to do', () => {
  const place = { file: 'mine/hub.yaml', line: 3, column: 1 };
  const fault = error('ST-U001', 'A unit is missing.', 'Write 600 MW.', { place });
  const page = filesPage({ id: 'mine', texts, faults: [fault] });
  expect(page).toContain('<strong>ST-U001</strong> mine/hub.yaml:3 A unit is missing.');
  expect(page).toContain('Write 600 MW.');
});
