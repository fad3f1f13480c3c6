import type { DataFile } from '../chips/catalogue.ts';
import { present } from '../chips/figure.ts';
import { bare } from '../chips/find.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import type { Architecture, FeedForward, LayerRun, Mixer } from './architecture.ts';
import { modelFileSchema, type WrittenModel, type WrittenRun } from './model-file.ts';

/** Architectures by id. */
export type Models = ReadonlyMap<string, Architecture>;

/**
 * Reads the files of `data/models`.
 *
 * @param files path and text of each
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the models without faults, and everything wrong with the files: ST-M001 for a name given twice, ST-M002 for a
 * layer with two mixers or two feed-forward parts
 */
export function parseModels(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { models: Models; faults: readonly Fault[] } {
  const models = new Map<string, Architecture>();
  const names = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, modelFileSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    for (const [i, written] of (value?.models ?? []).entries()) {
      const place = placeOf(['models', i, 'id']);
      for (const name of new Set([written.id, ...(written.aliases ?? [])].map(bare))) {
        const first = names.get(name);
        if (first) {
          const what = `\`${name}\` already names the model ${first}.`;
          faults.push(error('ST-M001', what, 'Rename one of the two, or drop the alias.', { place }));
        }
        names.set(name, written.id);
      }
      for (const [j, run] of written.layers.entries()) {
        const what = twice(run);
        const fix = 'Write one mixer and one feed-forward part at most.';
        if (what) faults.push(error('ST-M002', what, fix, { place: placeOf(['models', i, 'layers', j]) }));
      }
      models.set(written.id, architectureOf(written));
    }
  }
  return { models, faults };
}

const mixers = ['attention', 'mla', 'mamba', 'delta', 'lightning'] as const;
const forwards = ['dense', 'experts'] as const;

function twice(run: WrittenRun): string | undefined {
  for (const keys of [mixers, forwards]) {
    const given = keys.filter((key) => run[key]);
    if (given.length > 1) return `A layer has both \`${given[0]}\` and \`${given[1]}\`.`;
  }
  const none = [...mixers, ...forwards].every((key) => !run[key]);
  return none ? 'A layer has neither a mixer nor a feed-forward part.' : undefined;
}

function architectureOf(written: WrittenModel): Architecture {
  const { id, name, maker, hidden, vocab, norm } = written;
  return {
    id,
    name,
    aliases: written.aliases ?? [],
    maker,
    hidden,
    vocab,
    layers: written.layers.map(runOf),
    tied: written.tied ?? false,
    positions: written.positions ?? 0,
    bias: written.bias ?? false,
    ...(written.parallel && { parallel: true }),
    norm: {
      bias: norm === 'layer',
      each: written.normsEach ?? 1,
      final: written.finalNorm ?? true,
      embedding: written.embeddingNorm ?? false,
    },
    furtherTokens: written.furtherTokens ?? 0,
    ...(written.context !== undefined && { context: written.context }),
    ...(written.longest !== undefined && { longest: written.longest }),
    ...(written.format !== undefined && { format: written.format }),
    published: present(written.published),
    citation: citationOf(written),
    ...(written.note !== undefined && { note: written.note }),
  };
}

function runOf(run: WrittenRun): LayerRun {
  const mixer = mixers.find((key) => run[key]);
  const forward = forwards.find((key) => run[key]);
  return {
    count: run.count,
    ...(mixer && { mixer: { kind: mixer, ...present(run[mixer]!) } as Mixer }),
    ...(forward && { feedForward: { kind: forward, ...present(run[forward]!) } as FeedForward }),
  };
}
