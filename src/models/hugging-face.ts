import { excerpted } from '../errors/excerpt.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean, editDistance } from '../errors/suggest.ts';
import type { Architecture, FeedForward, LayerRun, Mixer } from './architecture.ts';
import { type Config, type Fields, fieldNames, fieldsOf, type Written } from './config-fields.ts';
import { contradictions } from './contradictions.ts';

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
 * ST-M007 for values out of range, ST-M008 for fields that contradict each other
 */
export function readHuggingFace(
  text: string,
  file = 'config.json',
): { model: Architecture; warnings: Fault[] } {
  const written: Written = { config: parsed(text, file), file, text };
  const { fields, faults } = fieldsOf(written);
  const wrong = [...faults, ...contradictions(fields, written)];
  if (wrong.length > 0) throw new SandtableError(excerpted(wrong, () => text));
  return { model: architecture(written, fields), warnings: unknownFields(written) };
}

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

/** Whether a field looks like one that decides a shape and stands under none of its names: a slip of the pen. */
function isMistyped(key: string, config: Config): boolean {
  if (key === 'n_group') return false;
  return Object.values(fieldNames).some(
    (all) =>
      all.every((name) => config[name] === undefined) && all.some((name) => editDistance(key, name) <= 2),
  );
}

function unknownFields({ config, file }: Written): Fault[] {
  const known: readonly string[] = Object.values(fieldNames).flat();
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

function architecture({ config, file }: Written, of: Fields): Architecture {
  const type = String(config.model_type ?? '');
  const oldGpt = /^(gpt2|gpt_bigcode|opt|bloom|gpt_neox)/.test(type);
  return {
    id: file,
    name: typeof config._name_or_path === 'string' && config._name_or_path ? config._name_or_path : file,
    aliases: [],
    maker: type || 'unknown',
    hidden: of.hidden,
    vocab: of.vocab,
    layers: runs(config, of),
    tied:
      config.tie_word_embeddings === true ||
      (oldGpt && config.tie_word_embeddings !== false && type !== 'gpt_neox'),
    positions: /^(gpt2|gpt_bigcode|opt)/.test(type) ? (of.context ?? 0) : 0,
    bias: oldGpt,
    norm: { bias: oldGpt, each: 1, final: true, embedding: type === 'bloom' },
    furtherTokens: of.further ?? 0,
    ...(of.context !== undefined && {
      context: Math.min(8192, of.context),
      longest: of.context,
    }),
    published: {},
    citation: { basis: 'reported', sources: [] },
  };
}

function runs(config: Config, of: Fields): LayerRun[] {
  const pattern = config.hybrid_override_pattern;
  if (typeof pattern === 'string') return patternRuns(pattern, config, of);
  const layers = of.layers;
  const mixer = mixerOf(config, of);
  const width = of.width ?? 4 * of.hidden;
  const dense: FeedForward = { kind: 'dense', width, gated: gatedOf(config) };
  if (!of.experts) return [{ count: layers, mixer, feedForward: dense }];
  const first = Math.min(layers, of.denseFirst ?? 0);
  const step = typeof config.interleave_moe_layer_step === 'number' ? config.interleave_moe_layer_step : 1;
  const routed = Math.floor((layers - first) / Math.max(1, step));
  const experts = expertsOf(config, of);
  const all = [
    { count: layers - routed, mixer, feedForward: dense },
    { count: routed, mixer, feedForward: experts },
  ];
  return all.filter(({ count }) => count > 0);
}

function patternRuns(pattern: string, config: Config, of: Fields): LayerRun[] {
  const count = (letter: string) => pattern.split(letter).length - 1;
  const mamba: Mixer = {
    kind: 'mamba',
    heads: of.mambaHeads ?? of.heads,
    headDim: of.mambaHeadDim ?? 64,
    state: of.state ?? 128,
    groups: of.groups ?? 8,
    convolution: of.convolution ?? 4,
  };
  const all: LayerRun[] = [
    { count: count('M'), mixer: mamba },
    { count: count('*'), mixer: mixerOf(config, of) },
    { count: count('-'), feedForward: { kind: 'dense', width: of.width ?? 0, gated: false } },
    ...(of.experts ? [{ count: count('E'), feedForward: expertsOf(config, of) }] : []),
  ];
  return all.filter((run) => run.count > 0);
}

function mixerOf(config: Config, of: Fields): Mixer {
  const heads = of.heads;
  const kvRank = of.kvRank;
  if (kvRank) {
    return {
      kind: 'mla',
      heads,
      queryRank: of.queryRank ?? 0,
      kvRank,
      plain: of.plain ?? 128,
      rotary: of.rotary ?? 64,
      value: of.value ?? 128,
    };
  }
  const type = String(config.model_type ?? '');
  const window = config.use_sliding_window === false ? undefined : of.window;
  const norm = /^(qwen3|glm4_moe|hunyuan|olmo)/.test(type) && config.use_qk_norm !== false;
  return {
    kind: 'attention',
    heads,
    kvHeads: config.multi_query === true ? 1 : (of.kvHeads ?? heads),
    headDim: of.headDim ?? of.hidden / heads,
    ...(window ? { window } : {}),
    ...(norm && { queryKeyNorm: 'head' as const }),
    ...(config.attention_bias === true || /^qwen2/.test(type) ? { bias: 'qkv' as const } : {}),
  };
}

function expertsOf(config: Config, of: Fields): FeedForward {
  const width = of.expertWidth ?? of.width!;
  const shared = of.sharedWidth ?? (of.shared ?? 0) * width;
  const latent = of.latent;
  const groups = config.topk_group;
  const several = typeof config.n_group === 'number' && config.n_group > 1;
  return {
    kind: 'experts',
    experts: of.experts!,
    active: of.active!,
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
