import { expect, it } from 'vitest';
import { parseModels } from '../../src/models/parse.ts';

const entry = (id: string, run: string) => `
  - id: ${id}
    name: ${id}
    maker: nobody
    hidden: 64
    vocab: 100
    layers: [${run}]
    norm: rms
    published: {}
    basis: reported
    sources: [x]`;
const layer =
  '{ count: 2, attention: { heads: 4, kvHeads: 4, headDim: 16 }, dense: { width: 256, gated: true } }';
const read = (text: string) => parseModels([{ path: 'data/models/x.yaml', text }]);

it('reads a model', () => {
  const { models, faults } = read(`models:${entry('tiny', layer)}`);
  expect(faults).toEqual([]);
  expect(models.get('tiny')?.layers).toEqual([
    {
      count: 2,
      mixer: { kind: 'attention', heads: 4, kvHeads: 4, headDim: 16 },
      feedForward: { kind: 'dense', width: 256, gated: true },
    },
  ]);
});

it.each([
  ['twice the same name', `${entry('tiny', layer)}${entry('tiny', layer)}`, 'ST-M001'],
  [
    'two mixers',
    entry(
      'tiny',
      '{ count: 1, lightning: { heads: 1, headDim: 8 }, attention: { heads: 1, kvHeads: 1, headDim: 8 } }',
    ),
    'ST-M002',
  ],
  ['an empty layer', entry('tiny', '{ count: 1 }'), 'ST-M002'],
  ['an unknown field', entry('tiny', '{ count: 1, atention: {} }'), 'ST-S021'],
  [
    'no heads at all',
    entry('tiny', '{ count: 1, attention: { heads: 0, kvHeads: 1, headDim: 8 } }'),
    'ST-S024',
  ],
])('refuses %s', (_, text, code) => {
  expect(read(`models:${text}`).faults.map((fault) => fault.code)).toContain(code);
});
