import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean, editDistance, suggest } from '../errors/suggest.ts';
import type { Architecture, FeedForward, LayerRun, Mixer } from './architecture.ts';

/** Fields of a config.json that decide shapes, under the names that makers use. */
const names = {
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
type Field = keyof typeof names;

/** Fields that change shapes in ways nobody has taught this reader: it refuses rather than miscount. */
const untaught = [
  'altup_num_inputs',
  'cla_share_factor',
  'compress_ratios',
  'kda_layers',
  'num_kv_shared_layers',
];

/** Other fields of such files; they decide nothing that is counted here. */
const harmless =
  /^(_|architectures|model_type|auto_map|.*token_id.*|.*dropout.*|.*dtype.*|.*init.*|.*eps.*|.*rope.*|.*rotary.*|.*loss.*|.*bias.*|.*norm.*|.*act.*|.*score.*|.*scoring.*|.*scal.*|transformers_version|use_.*|pretraining_tp|max_.*|tie_.*|quantization.*|.*topk.*|.*top_k.*|n_group|attn_.*|output_.*|.*cache.*|layer_types|mlp_.*|decoder_.*|sliding_window.*|.*attention.*|router_.*|.*pattern|head_dim|expand|chunk_size|rescale.*|residual.*|num_logits.*|mamba_.*|moe_.*|n_.*|num_.*|ep_size|seq_aux|aux_.*|block_.*|ffn_.*|hidden_.*|kv_.*|linear_.*|full_.*|shared_.*|return_.*|torch.*|bos.*|eos.*|pad.*|label.*|id2label|problem_type|task_.*|is_.*|cross_.*|summary_.*|sep_.*|text_.*|logit.*|resid.*|embd.*|embed.*|vocab.*|name.*|partial.*|original.*|mscale.*|first_.*|norm_.*|conv.*|ssm_.*|time_.*)$/;

/**
 * Reads the config.json of a causal language model from Hugging Face.
 *
 * @param text the file
 * @param file its path, for messages and as the id of the model
 * @returns its architecture, and warnings for fields that are not known (ST-M006)
 * @throws SandtableError with everything that is wrong: ST-M004 where it is no such file, ST-M005 for missing fields,
 * ST-M007 for values out of range
 */
export function readHuggingFace(
  text: string,
  file = 'config.json',
): { model: Architecture; warnings: Fault[] } {
  const config = parsed(text, file);
  const read = reader(config, file);
  const given = (key: Field) => read.number(key, false);
  read.require(['hidden', 'layers', 'heads', 'vocab']);
  if (given('experts') === undefined) read.require(given('mambaHeads') === undefined ? ['width'] : []);
  else read.require(['active']);
  read.finish();
  const model = architecture(config, file, { need: (key) => read.number(key, true)!, given });
  return { model, warnings: unknownFields(config, file) };
}

type Config = Readonly<Record<string, unknown>>;

function parsed(text: string, file: string): Config {
  const refuse = (what: Message, fix: Message): never => {
    throw new SandtableError(error('ST-M004', what, fix));
  };
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    return refuse(
      say('{file} is not JSON.', { file }),
      say('Give the config.json of a model from Hugging Face.'),
    );
  }
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    return refuse(
      say('{file} holds no fields.', { file }),
      say('Give the config.json of a model from Hugging Face.'),
    );
  }
  const outer = config as Config;
  const inner = (outer.text_config ?? outer.llm_config) as Config | undefined;
  const whole = inner && typeof inner === 'object' ? inner : outer;
  const odd = untaught.filter((key) => whole[key] !== undefined && whole[key] !== null && whole[key] !== 0);
  if (odd.length > 0 && whole.use_cla !== false) {
    return refuse(
      say('{file} uses {fields}, which changes shapes in a way that is not counted.', {
        file,
        fields: odd.map((key) => `\`${key}\``).join(', '),
      }),
      say('Describe the model in a YAML file of data/models.'),
    );
  }
  return whole;
}

function reader(config: Config, file: string) {
  const faults: Fault[] = [];
  const number = (key: Field, needed: boolean): number | undefined => {
    const name = names[key].find((one) => config[one] !== undefined && config[one] !== null);
    if (name === undefined) {
      if (needed) faults.push(missing(key, config, file));
      return undefined;
    }
    const value = config[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e9) return value;
    const what = say('`{field}` of {file} is {value}.', {
      ...{ field: name, file },
      value: String(JSON.stringify(value)?.slice(0, 40)),
    });
    const fix = say('Write a whole number from {least} to {most}.', { least: 1, most: '1,000,000,000' });
    faults.push(error('ST-M007', what, fix));
    return undefined;
  };
  return {
    number,
    require: (keys: readonly Field[]) => {
      for (const key of keys) {
        const value = number(key, true);
        if (value === 0)
          faults.push(
            error(
              'ST-M007',
              say('`{field}` of {file} is {value}.', { field: names[key][0], file, value: 0 }),
              say('Write a whole number from {least} to {most}.', { least: 1, most: '1,000,000,000' }),
            ),
          );
      }
    },
    finish: () => {
      if (faults.length > 0) throw new SandtableError(faults);
    },
  };
}

function missing(key: Field, config: Config, file: string): Fault {
  const [field] = names[key];
  const near = Object.keys(config).find((one) => suggest(one, [...names[key]]).length > 0);
  const fix = near
    ? say('Did you mean `{field}` where `{near}` stands?', { field, near })
    : say('Add `{field}`.', { field });
  return error('ST-M005', say('{file} has no `{field}`.', { file, field }), fix);
}

/** Whether a field looks like one that decides a shape and stands under none of its names: a slip of the pen. */
function isMistyped(key: string, config: Config): boolean {
  if (key === 'n_group') return false;
  return Object.values(names).some(
    (all) =>
      all.every((name) => config[name] === undefined) && all.some((name) => editDistance(key, name) <= 2),
  );
}

function unknownFields(config: Config, file: string): Fault[] {
  const known: readonly string[] = Object.values(names).flat();
  return Object.keys(config)
    .filter((key) => !known.includes(key) && (!harmless.test(key) || isMistyped(key, config)))
    .map((key) => ({
      ...error(
        'ST-M006',
        say('The field `{field}` of {file} is not known.', { field: key, file }),
        didYouMean(key, known) ?? say('It is left out.'),
      ),
      severity: 'warning' as const,
    }));
}

interface Numbers {
  need: (key: Field) => number;
  given: (key: Field) => number | undefined;
}

function architecture(config: Config, file: string, of: Numbers): Architecture {
  const hidden = of.need('hidden');
  const type = String(config.model_type ?? '');
  const oldGpt = /^(gpt2|gpt_bigcode|opt|bloom|gpt_neox)/.test(type);
  return {
    id: file,
    name: typeof config._name_or_path === 'string' && config._name_or_path ? config._name_or_path : file,
    aliases: [],
    maker: type || 'unknown',
    hidden,
    vocab: of.need('vocab'),
    layers: runs(config, of),
    tied:
      config.tie_word_embeddings === true ||
      (oldGpt && config.tie_word_embeddings !== false && type !== 'gpt_neox'),
    positions: /^(gpt2|gpt_bigcode|opt)/.test(type) ? (of.given('context') ?? 0) : 0,
    bias: oldGpt,
    norm: { bias: oldGpt, each: 1, final: true, embedding: type === 'bloom' },
    furtherTokens: of.given('further') ?? 0,
    ...(of.given('context') !== undefined && {
      context: Math.min(8192, of.given('context')!),
      longest: of.given('context')!,
    }),
    published: {},
    citation: { basis: 'reported', sources: [] },
  };
}

function runs(config: Config, of: Numbers): LayerRun[] {
  const pattern = config.hybrid_override_pattern;
  if (typeof pattern === 'string') return patternRuns(pattern, config, of);
  const layers = of.need('layers');
  const mixer = mixerOf(config, of);
  const width = of.given('width') ?? 4 * of.need('hidden');
  const dense: FeedForward = { kind: 'dense', width, gated: gatedOf(config) };
  if (of.given('experts') === undefined) return [{ count: layers, mixer, feedForward: dense }];
  const first = Math.min(layers, of.given('denseFirst') ?? 0);
  const step = typeof config.interleave_moe_layer_step === 'number' ? config.interleave_moe_layer_step : 1;
  const routed = Math.floor((layers - first) / Math.max(1, step));
  const experts = expertsOf(config, of);
  return [
    ...(layers - routed > 0 ? [{ count: layers - routed, mixer, feedForward: dense }] : []),
    { count: routed, mixer, feedForward: experts },
  ];
}

function patternRuns(pattern: string, config: Config, of: Numbers): LayerRun[] {
  const count = (letter: string) => pattern.split(letter).length - 1;
  const mamba: Mixer = {
    kind: 'mamba',
    heads: of.given('mambaHeads') ?? of.need('heads'),
    headDim: of.given('mambaHeadDim') ?? 64,
    state: of.given('state') ?? 128,
    groups: of.given('groups') ?? 8,
    convolution: of.given('convolution') ?? 4,
  };
  const all: LayerRun[] = [
    { count: count('M'), mixer: mamba },
    { count: count('*'), mixer: mixerOf(config, of) },
    { count: count('-'), feedForward: { kind: 'dense', width: of.given('width') ?? 0, gated: false } },
    ...(of.given('experts') ? [{ count: count('E'), feedForward: expertsOf(config, of) }] : []),
  ];
  return all.filter((run) => run.count > 0);
}

function mixerOf(config: Config, of: Numbers): Mixer {
  const heads = of.need('heads');
  const kvRank = of.given('kvRank');
  if (kvRank) {
    return {
      kind: 'mla',
      heads,
      queryRank: of.given('queryRank') ?? 0,
      kvRank,
      plain: of.given('plain') ?? 128,
      rotary: of.given('rotary') ?? 64,
      value: of.given('value') ?? 128,
    };
  }
  const type = String(config.model_type ?? '');
  const window = config.use_sliding_window === false ? undefined : of.given('window');
  const norm = /^(qwen3|glm4_moe|hunyuan|olmo)/.test(type) && config.use_qk_norm !== false;
  return {
    kind: 'attention',
    heads,
    kvHeads: config.multi_query === true ? 1 : (of.given('kvHeads') ?? heads),
    headDim: of.given('headDim') ?? of.need('hidden') / heads,
    ...(window ? { window } : {}),
    ...(norm && { queryKeyNorm: 'head' as const }),
    ...(config.attention_bias === true || /^qwen2/.test(type) ? { bias: 'qkv' as const } : {}),
  };
}

function expertsOf(config: Config, of: Numbers): FeedForward {
  const width = of.given('expertWidth') ?? of.need('width');
  const shared = of.given('sharedWidth') ?? (of.given('shared') ?? 0) * width;
  const latent = of.given('latent');
  const groups = config.topk_group;
  const several = typeof config.n_group === 'number' && config.n_group > 1;
  return {
    kind: 'experts',
    experts: of.need('experts'),
    active: of.need('active'),
    width,
    gated: gatedOf(config),
    shared,
    ...(latent ? { latent } : {}),
    ...(config.topk_method === 'noaux_tc' || config.scoring_func === 'sigmoid' ? { balanceBias: true } : {}),
    ...(several && typeof groups === 'number' ? { groupsActive: groups } : {}),
  };
}

/** Squared ReLU and GELU of plain GPTs have one projection in, the gated kinds two. */
function gatedOf(config: Config): boolean {
  const act = String(config.mlp_hidden_act ?? config.hidden_act ?? config.activation_function ?? 'silu');
  if (/relu2|relu_squared/.test(act)) return false;
  return !/^(gpt2|gpt_bigcode|gpt_neox|opt|bloom|falcon|mpt)/.test(String(config.model_type ?? ''));
}
