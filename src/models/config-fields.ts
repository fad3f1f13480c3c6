import { error, type Fault, type Place } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { suggest } from '../errors/suggest.ts';

/** Fields of a config.json that decide shapes, under the names that makers use. */
export const fieldNames = {
  hidden: ['hidden_size', 'n_embd', 'd_model'],
  layers: ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'],
  heads: ['num_attention_heads', 'n_head', 'n_heads'],
  kvHeads: ['num_key_value_heads', 'multi_query_group_num', 'num_kv_heads', 'n_head_kv'],
  headDim: ['head_dim', 'attention_head_dim', 'kv_channels'],
  width: ['intermediate_size', 'ffn_hidden_size', 'n_inner'],
  vocab: ['vocab_size', 'padded_vocab_size'],
  experts: ['n_routed_experts', 'num_local_experts', 'num_experts', 'moe_num_experts'],
  active: ['num_experts_per_tok', 'moe_topk', 'moe_top_k', 'num_experts_per_token'],
  expertWidth: ['moe_intermediate_size', 'expert_ffn_hidden_size'],
  shared: ['n_shared_experts', 'num_shared_expert'],
  sharedWidth: [
    'shared_expert_intermediate_size',
    'moe_shared_expert_intermediate_size',
    'shared_intermediate_size',
  ],
  denseFirst: ['first_k_dense_replace', 'moe_layer_start_index'],
  queryRank: ['q_lora_rank'],
  kvRank: ['kv_lora_rank'],
  plain: ['qk_nope_head_dim'],
  rotary: ['qk_rope_head_dim'],
  value: ['v_head_dim'],
  latent: ['moe_latent_size'],
  mambaHeads: ['mamba_num_heads'],
  mambaHeadDim: ['mamba_head_dim'],
  state: ['ssm_state_size'],
  groups: ['n_groups'],
  convolution: ['conv_kernel'],
  further: ['num_nextn_predict_layers', 'num_mtp_modules'],
  context: ['max_position_embeddings', 'n_positions'],
  window: ['sliding_window'],
} as const;
export type Field = keyof typeof fieldNames;

/** Fields of which 0 says that a model has no such thing. */
const orNone: readonly Field[] = [
  ...(['experts', 'shared', 'sharedWidth', 'denseFirst', 'queryRank', 'kvRank'] as const),
  ...(['latent', 'further', 'context', 'window'] as const),
];

export type Config = Readonly<Record<string, unknown>>;

/** A config.json as it is written. */
export interface Written {
  config: Config;
  file: string;
  text: string;
}

type Always = 'hidden' | 'layers' | 'heads' | 'vocab';

/** Values of the fields that are there. */
export type Fields = Readonly<Record<Always, number> & Partial<Record<Field, number>>>;

/**
 * The fields that decide shapes.
 *
 * @returns their values, and everything wrong with them: ST-M005 for those that are missing, ST-M007 for values out of range
 */
export function fieldsOf(written: Written): { fields: Fields; faults: Fault[] } {
  const fields: Partial<Record<Field, number>> = {};
  const faults: Fault[] = [];
  for (const key of Object.keys(fieldNames) as Field[]) {
    const name = nameOf(key, written);
    if (name === undefined) continue;
    const value = written.config[name];
    const least = orNone.includes(key) ? 0 : 1;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 1e9)
      fields[key] = value;
    else faults.push(outOfRange(name, least, written));
  }
  for (const key of needed(fields))
    if (nameOf(key, written) === undefined) faults.push(missing(key, written));
  return { fields: fields as Fields, faults };
}

/** The name that a field stands under; undefined where it is not there. */
export function nameOf(key: Field, { config }: Written): string | undefined {
  return fieldNames[key].find((one) => config[one] !== undefined && config[one] !== null);
}

/** Where a field is written. */
export function placeOf(name: string, { text, file }: Written): Place {
  const quoted = JSON.stringify(name);
  // Configurations of several models have that of the language model in one field.
  const inner = Math.max(0, text.search(/"(text|llm)_config"\s*:\s*\{/));
  const from = text.indexOf(quoted, inner);
  const before = text.slice(0, Math.max(0, from)).split('\n');
  return { file, line: before.length, column: before.at(-1)!.length + 1, length: quoted.length };
}

function needed({ experts, mambaHeads, expertWidth }: Partial<Record<Field, number>>): Field[] {
  const always: Field[] = ['hidden', 'layers', 'heads', 'vocab'];
  if (!experts) return mambaHeads === undefined ? [...always, 'width'] : always;
  return [...always, 'active', ...(expertWidth === undefined ? (['width'] as const) : [])];
}

function outOfRange(name: string, least: number, written: Written): Fault {
  const value = JSON.stringify(written.config[name]).slice(0, 40);
  const what = say('`{name}` of {file} is {value}.', { name, file: written.file, value });
  const fix = say('Write a whole number from {least} to 1,000,000,000.', { least });
  return error('ST-M007', what, fix, { place: placeOf(name, written) });
}

function missing(key: Field, { config, file }: Written): Fault {
  const [name] = fieldNames[key];
  const near = Object.keys(config).find((one) => suggest(one, [...fieldNames[key]]).length > 0);
  const fix = near
    ? say('Did you mean `{name}` where `{near}` stands?', { name, near })
    : say('Add `{name}`.', { name });
  return error('ST-M005', say('{file} has no `{name}`.', { file, name }), fix);
}
