import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { written } from '../../src/errors/message.ts';
import { explainYaml } from '../../src/sources/yaml-message.ts';

const told = (text: string) => explainYaml(parseDocument(text, { prettyErrors: false }).errors[0]!, text);

it.each([
  ['kind: lit-capacity\nobserved：500 P # lit\ndate: 2026-02\n', 'full-width colon', '`observed: 500 P`'],
  ['- id: a\n  kind： tender\n  date: 2026-02\n', 'full-width colon', '`kind: tender`'],
  ['name: ｛ en: "My hub" ｝\n', 'full-width bracket (｛)', '{ }'],
  ['a: b: c\n', 'second colon', 'double quotes'],
])('says of %j that there is a %s', (text, what, fix) => {
  expect(written(told(text).what)).toContain(what);
  expect(written(told(text).fix)).toContain(fix);
});
