import type { Architecture, LayerRun } from './architecture.ts';

const known = new WeakMap<Architecture, readonly LayerRun[]>();

/**
 * Layers of the modules that predict further tokens: attention and the last kind of feed-forward part, which hybrid
 * models have in layers of their own; none where a model has no such module.
 */
export function furtherLayers(model: Architecture): readonly LayerRun[] {
  const found = known.get(model);
  if (found) return found;
  const made = model.furtherTokens > 0 ? [lastLayer(model)] : [];
  known.set(model, made);
  return made;
}

function lastLayer({ layers, furtherTokens }: Architecture): LayerRun {
  const attends = layers.findLast(({ mixer }) => mixer?.kind === 'attention' || mixer?.kind === 'mla');
  const forwards = layers.findLast(({ feedForward }) => feedForward !== undefined);
  return {
    count: furtherTokens,
    ...(attends?.mixer && { mixer: attends.mixer }),
    ...(forwards?.feedForward && { feedForward: forwards.feedForward }),
  };
}
