import type { Architecture, FeedForward, LayerRun, Mixer } from '../models/architecture.ts';
import { findModel } from '../models/find.ts';
import type { Models } from '../models/parse.ts';
import { number, type Row } from './published-row.ts';

/** Shapes as the row prints them, else those of the model it names; undefined where neither is public. */
export function modelOf(row: Row, models: Models): Architecture | undefined {
  const [layers, hidden, heads] = [number(row.layers), number(row.hidden), number(row.heads)];
  const found = findModel(models, row.model ?? '');
  // Predicting further tokens is a part of training that a row states, whatever its model is made for.
  const furtherTokens = Number(/mtp=(\d+)/.exec(row.recipe ?? '')?.[1] ?? 0);
  if (/^hybrid/.test(row.arch ?? '') || !layers || !hidden || !heads)
    return found && { ...found, furtherTokens };
  const gated = row.gated === '1';
  const headDim = number(row.head_dim) ?? hidden / heads;
  const kvHeads = number(row.kv_heads) ?? heads;
  const mixer: Mixer = row.mla ? latentOf(row.mla, heads) : { kind: 'attention', heads, kvHeads, headDim };
  const width = number(row.ffn) ?? (gated ? (8 / 3) * hidden : 4 * hidden);
  const dense: FeedForward = { kind: 'dense', width, gated };
  const experts = expertsOf(row, { width, gated, found });
  const first = experts ? Math.min(layers, number(row.moe_dense_layers) ?? 0) : layers;
  const runs: LayerRun[] = [];
  if (first > 0) runs.push({ count: first, mixer, feedForward: dense });
  if (experts && layers > first) runs.push({ count: layers - first, mixer, feedForward: experts });
  return {
    id: row.model ?? '',
    name: row.model ?? '',
    aliases: [],
    maker: row.source ?? '',
    hidden,
    vocab: number(row.vocab) ?? 50304,
    layers: runs,
    tied: !gated && !experts,
    positions: 0,
    bias: false,
    ...(found?.parallel && { parallel: true }),
    norm: { bias: false, each: 1, final: true, embedding: false },
    furtherTokens,
    published: {},
    citation: { basis: 'reported', sources: [] },
  };
}

function expertsOf(
  row: Row,
  { width, gated, found }: { width: number; gated: boolean; found: Architecture | undefined },
): FeedForward | undefined {
  const experts = number(row.moe_experts);
  if (!experts) return undefined;
  const each = number(row.moe_ffn) ?? width;
  const known = found?.layers.find(({ feedForward }) => feedForward?.kind === 'experts')?.feedForward;
  const groups = known?.kind === 'experts' && known.groupsActive ? { groupsActive: known.groupsActive } : {};
  return {
    kind: 'experts',
    experts,
    active: number(row.moe_topk) ?? 1,
    width: each,
    gated,
    shared: (number(row.moe_shared) ?? 0) * each,
    ...groups,
  };
}

function latentOf(text: string, heads: number): Mixer {
  const field = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(text)?.[1] ?? 0);
  return {
    kind: 'mla',
    heads,
    queryRank: field('q_lora'),
    kvRank: field('kv_lora'),
    plain: field('qk_nope'),
    rotary: field('qk_rope'),
    value: field('v'),
  };
}
