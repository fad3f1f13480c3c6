import type { FeedForward } from '../models/architecture.ts';
import { type Shape, shapeTime } from '../training/gemm.ts';
import { type Core, mixingOf } from './cores.ts';
import type { Placement } from './placement.ts';
import { remembered } from './remembered.ts';
import { type Experts, type Routed, routedOf } from './routed.ts';
import { type Compiling, type Shaping, shapingOf } from './shapes.ts';

/** Something that is done so often in all layers. */
export interface Counted<T> {
  one: T;
  count: number;
}

/** All layers, equal parts of them counted together. */
export interface CompiledLayers {
  products: Counted<Shape>[];
  cores: Counted<Core>[];
  routed: Counted<Routed>[];
  /** Parts of layers, after each of which activations are moved and a tensor group adds up its sums. */
  parts: number;
  head: Shape;
  /** Seconds of all products, and of the output layer, of so many tokens: placements that share them meet the same numbers again. */
  productsTime(tokens: number): number;
  headTime(tokens: number): number;
}

/** Layers as a tensor group computes them, their routed experts not yet spread over chips. */
interface WholeLayers extends Omit<CompiledLayers, 'routed'> {
  experts: Counted<Experts>[];
}

/**
 * Compiles placements of a model, each once for all batches, and what they share once for all of them: tensor groups of one size
 * compute all but the routed experts alike, and whether halves of a batch take turns makes no difference to either.
 */
export function compilerOf(compiling: Compiling): (placement: Placement) => CompiledLayers {
  const shape = shapingOf(compiling);
  const wholes = new Map<number, WholeLayers>();
  const made = new Map<string, CompiledLayers>();
  return (placement) => {
    const { tensor, data, expertParallel } = placement;
    const key = `${tensor} ${data} ${expertParallel}`;
    const known = made.get(key);
    if (known) return known;
    const whole = wholes.get(tensor) ?? wholeLayers(compiling, tensor, shape);
    wholes.set(tensor, whole);
    const { experts, ...rest } = whole;
    const routed = experts.map(({ one, count }) => ({
      one: routedOf(compiling, { part: one, placement, shape }),
      count,
    }));
    const layers = { ...rest, routed };
    made.set(key, layers);
    return layers;
  };
}

function wholeLayers(compiling: Compiling, tensor: number, shape: Shaping): WholeLayers {
  const { model } = compiling;
  const head = shape(model.vocab / tensor, model.hidden, 'bf16');
  const products: Counted<Shape>[] = [];
  const layers: WholeLayers = {
    products,
    cores: [],
    experts: [],
    parts: 0,
    head,
    productsTime: remembered((tokens) => productsTime(products, tokens)),
    headTime: remembered((tokens) => shapeTime(head, tokens)),
  };
  for (const { count: times, mixer, feedForward } of model.layers) {
    if (mixer) {
      const mixing = mixingOf(compiling, { mixer, tensor, shape });
      for (const product of mixing.products) add(products, product, { times, same: sameShape });
      add(layers.cores, mixing.core, { times, same: sameNumbers });
      layers.parts += times;
    }
    if (feedForward) {
      for (const product of denseProducts(compiling, { part: feedForward, tensor, shape })) {
        add(products, product, { times, same: sameShape });
      }
      if (feedForward.kind === 'experts') add(layers.experts, feedForward, { times, same: sameNumbers });
      layers.parts += times;
    }
  }
  return layers;
}

/** Seconds of products of so many rows. */
export function productsTime(products: readonly Counted<Shape>[], rows: number): number {
  let time = 0;
  for (const { one, count } of products) time += count * shapeTime(one, rows);
  return time;
}

/** Products of a feed-forward layer that every token passes: all of a dense one, shared experts and what leads to routed ones. */
function denseProducts(
  { model: { hidden }, formats: { dense } }: Compiling,
  { part, tensor, shape }: { part: FeedForward; tensor: number; shape: Shaping },
): Shape[] {
  const both = part.gated ? 2 : 1;
  const width = part.kind === 'dense' ? part.width : part.shared;
  const latent = part.kind === 'dense' ? undefined : part.latent;
  return [
    ...(width > 0
      ? [shape((both * width) / tensor, hidden, dense), shape(hidden, width / tensor, dense)]
      : []),
    ...(latent ? [shape(latent, hidden, dense), shape(hidden, latent, dense)] : []),
  ];
}

/** Adds to a list, or to the count of what is the same. */
function add<T>(
  list: Counted<T>[],
  one: T,
  { times, same }: { times: number; same(a: T, b: T): boolean },
): void {
  const known = list.find((other) => same(other.one, one));
  if (known) known.count += times;
  else list.push({ one, count: times });
}

/** Of one model on one kind of chip: operands of equal size are of one format. */
function sameShape(a: Shape, b: Shape): boolean {
  return a.n === b.n && a.k === b.k && a.each === b.each;
}

function sameNumbers<T extends object>(a: T, b: T): boolean {
  return holds(a, b) && holds(b, a);
}

function holds<T extends object>(one: T, other: T): boolean {
  for (const key in other) if (one[key] !== other[key]) return false;
  return true;
}
