import { describe, expect, it } from 'vitest';
import { fieldsOf, placeOf } from '../../src/models/config-fields.ts';

const least = { n_embd: 64, n_layer: 2, n_head: 4, vocab_size: 100, n_inner: 256 };
const written = (config: object) => ({ config: { ...config }, file: 'c.json', text: JSON.stringify(config) });
const codes = (config: object) => fieldsOf(written(config)).faults.map(({ code, what }) => `${code} ${what}`);

describe('fields of a config.json', () => {
  it('are read under the names that makers use', () => {
    expect(fieldsOf(written(least))).toEqual({
      fields: { hidden: 64, layers: 2, heads: 4, vocab: 100, width: 256 },
      faults: [],
    });
  });
  it('that are missing are named all at once', () => {
    expect(codes({ n_embd: 64, num_experts: 8 })).toEqual(
      [
        'num_hidden_layers',
        'num_attention_heads',
        'vocab_size',
        'num_experts_per_tok',
        'intermediate_size',
      ].map((name) => `ST-M005 c.json has no \`${name}\`.`),
    );
  });
  it.each([
    ['num_key_value_heads', 0],
    ['sliding_window', -5],
    ['head_dim', 1.5],
    ['num_experts', '8'],
  ])('are refused where %s is %s', (name, value) => {
    expect(codes({ ...least, [name]: value })).toEqual([
      `ST-M007 \`${name}\` of c.json is ${JSON.stringify(value)}.`,
    ]);
  });
  it('of a language model inside a larger one are found there', () => {
    const text = JSON.stringify({ vision: { n_head: 9 }, text_config: { n_head: 4 } }, null, 1);
    expect(placeOf('n_head', { config: {}, file: 'c.json', text })).toEqual({
      ...{ file: 'c.json', line: 6, column: 3, length: 8 },
    });
  });
});
