import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/models/config-fields.ts';
import { contradictions } from '../../src/models/contradictions.ts';

const model = {
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 32000,
  num_local_experts: 8,
  num_experts_per_tok: 2,
};
const of = (more: object) => {
  const config = { ...model, ...more };
  const written = { config, file: 'c.json', text: JSON.stringify(config) };
  return contradictions(fieldsOf(written).fields, written).map(({ what }) => what);
};

describe('contradictions of a config.json', () => {
  it('are none in one that a model has', () => {
    expect(of({})).toEqual([]);
    expect(of({ num_attention_heads: 24, head_dim: 256 })).toEqual([]);
    expect(of({ hybrid_override_pattern: 'M*-E'.repeat(8) })).toEqual([]);
  });
  it.each([
    [{ num_experts_per_tok: 9 }, '`num_experts_per_tok` of c.json is 9, and `num_local_experts` is only 8.'],
    [
      { num_key_value_heads: 64 },
      '`num_key_value_heads` of c.json is 64, and `num_attention_heads` is only 32.',
    ],
    [
      { num_key_value_heads: 5 },
      '`num_key_value_heads` of c.json is 5, which does not divide `num_attention_heads`, 32.',
    ],
    [
      { first_k_dense_replace: 300 },
      '`first_k_dense_replace` of c.json is 300, and `num_hidden_layers` is only 32.',
    ],
    [{ n_group: 4, topk_group: 8 }, '`topk_group` of c.json is 8, and `n_group` is only 4.'],
    [
      { hybrid_override_pattern: 'MM?' },
      '`hybrid_override_pattern` of c.json names 2 layers, and `num_hidden_layers` is 32.',
    ],
    [
      { num_attention_heads: 3000, num_key_value_heads: 3000 },
      '`num_attention_heads` of c.json is 3000, which does not divide `hidden_size`, 4096.',
    ],
  ])('are told of %j', (more, what) => {
    expect(of(more)).toEqual([what]);
  });
});
