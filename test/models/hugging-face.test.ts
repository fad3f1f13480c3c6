import { describe, expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { readHuggingFace } from '../../src/models/hugging-face.ts';
import { parametersOf } from '../../src/models/parameters.ts';
import { models } from './data.ts';

const llama = {
  architectures: ['LlamaForCausalLM'],
  model_type: 'llama',
  hidden_size: 4096,
  intermediate_size: 14336,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  tie_word_embeddings: false,
  rope_theta: 500000,
};
const deepseek = {
  model_type: 'deepseek_v3',
  first_k_dense_replace: 3,
  hidden_size: 7168,
  intermediate_size: 18432,
  kv_lora_rank: 512,
  moe_intermediate_size: 2048,
  n_group: 8,
  n_routed_experts: 256,
  n_shared_experts: 1,
  num_attention_heads: 128,
  num_experts_per_tok: 8,
  num_hidden_layers: 61,
  num_key_value_heads: 128,
  q_lora_rank: 1536,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  scoring_func: 'sigmoid',
  topk_group: 4,
  topk_method: 'noaux_tc',
  v_head_dim: 128,
  vocab_size: 129280,
};
const nano = {
  model_type: 'nemotron_h',
  hidden_size: 2688,
  hybrid_override_pattern: 'MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME',
  intermediate_size: 1856,
  mamba_head_dim: 64,
  mamba_num_heads: 64,
  mlp_hidden_act: 'relu2',
  moe_intermediate_size: 1856,
  moe_shared_expert_intermediate_size: 3712,
  n_groups: 8,
  n_routed_experts: 128,
  num_attention_heads: 32,
  num_experts_per_tok: 6,
  num_hidden_layers: 52,
  num_key_value_heads: 2,
  head_dim: 128,
  ssm_state_size: 128,
  conv_kernel: 4,
  vocab_size: 131072,
  scoring_func: 'sigmoid',
};
const total = (config: object) => parametersOf(readHuggingFace(JSON.stringify(config)).model).total;

describe('a config.json', () => {
  it.each([
    ['llama-3.1-8b', llama],
    ['deepseek-v3', deepseek],
    ['nemotron-3-nano', nano],
  ])('of %s counts as the model of the catalogue', (id, config) => {
    expect(total(config)).toBe(parametersOf(models.get(id)!).total);
  });

  it('is refused with everything that is missing or out of range', () => {
    const { hidden_size: _, ...without } = llama;
    const read = () => readHuggingFace(JSON.stringify({ ...without, vocab_size: -3, hiden_size: 4096 }));
    expect(read).toThrow(/ST-M005.*Did you mean `hidden_size` where `hiden_size` stands/);
    expect(read).toThrow(/ST-M007.*vocab_size/);
  });

  it('is refused where no model can have such a shape, with everything wrong at its place', () => {
    const impossible = {
      ...deepseek,
      num_experts_per_tok: 257,
      first_k_dense_replace: 62,
      sliding_window: -5,
    };
    try {
      readHuggingFace(JSON.stringify(impossible, null, 2), 'config.json');
      expect.unreachable();
    } catch (thrown) {
      const { faults } = thrown as SandtableError;
      expect(thrown).toBeInstanceOf(SandtableError);
      expect(
        faults.map(({ code, place, excerpt }) => [code, place?.line, excerpt?.[1]?.text.trim()]),
      ).toEqual([
        ['ST-M008', 3, '"first_k_dense_replace": 62,'],
        ['ST-M008', 12, '"num_experts_per_tok": 257,'],
        ['ST-M007', 23, '"sliding_window": -5'],
      ]);
    }
  });

  it('of a model without experts may say that there are none', () => {
    expect(total({ ...llama, num_local_experts: 0, num_experts_per_tok: 2 })).toBe(total(llama));
  });

  it.each(['{', '[]', 'null', JSON.stringify({ ...llama, num_kv_shared_layers: 18 })])(
    'is refused where it is %s',
    (text) => {
      expect(() => readHuggingFace(text)).toThrow('ST-M004');
    },
  );

  it('is warned about where a field is not known', () => {
    const { warnings } = readHuggingFace(JSON.stringify({ ...llama, wobble: 3 }));
    expect(warnings.map(({ code, severity }) => [code, severity])).toEqual([['ST-M006', 'warning']]);
  });

  it('is warned about where a field is nearly one that decides a shape, and that one is not there', () => {
    const { num_key_value_heads: heads, ...rest } = llama as Record<string, unknown>;
    const { warnings } = readHuggingFace(JSON.stringify({ ...rest, num_key_value_head: heads ?? 8 }));
    expect(warnings.map(({ code, fix }) => [code, fix])).toEqual([
      ['ST-M006', expect.stringContaining('num_key_value_heads')],
    ]);
    expect(readHuggingFace(JSON.stringify(llama)).warnings).toEqual([]);
  });
});
