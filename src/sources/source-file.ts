import { z } from 'zod';
import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { readDocument } from './document.ts';
import { id, localised, partialDate, text, webAddress } from './fields.ts';
import { grade } from './grade.ts';
import type { Source } from './source.ts';
import { sourceTypes } from './source.ts';

/** Schema of one source. */
export const sourceSchema = z.strictObject({
  id: id.meta({
    description: 'Id that claims, evidence and figures refer to.',
    examples: ['hami-gov-2025-03-13'],
  }),
  title: localised.meta({
    description: 'Title of the publication, as published or translated.',
    examples: [{ en: 'Hami lights its first cluster' }],
  }),
  producer: text.meta({ description: 'Who published it.', examples: ['Hami municipal government'] }),
  type: z
    .enum(sourceTypes)
    .meta({ description: 'What kind of publication it is.', examples: ['official-statement'] }),
  published: partialDate,
  url: webAddress,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .meta({ description: 'Language of the publication (BCP 47).', examples: ['zh'] }),
  grade,
  accessed: partialDate.meta({ description: 'When it was read.', examples: ['2026-11-23'] }),
  via: text.optional().meta({
    description: 'Whose page was read where the original was not.',
    examples: ['mirror at sina.com.cn'],
  }),
  archive: webAddress.optional().meta({
    description: 'Address of an archived copy.',
    examples: ['https://web.archive.org/web/2025/https://example.org'],
  }),
  note: text.optional().meta({ description: 'What a reader should know about the publication.' }),
});

/** Schema of a file of sources: `data/sources/*.yaml`, and `sources.yaml` of a dossier. */
export const sourcesSchema = z
  .array(sourceSchema)
  .max(2_000)
  .meta({ title: 'Sandtable sources', description: 'sources.yaml: publications, one entry each.' });

export interface ReadSources {
  /** Sources without faults, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Where each is described. */
  places: ReadonlyMap<string, Place>;
  /** All ids, those of sources with faults, too. */
  ids: ReadonlySet<string>;
  /** Whether all files could be read as YAML, so that an id not found is surely unknown. */
  complete: boolean;
  faults: readonly Fault[];
}

/** Sources that come with Sandtable: what any dossier may refer to. */
export type SharedSources = Pick<ReadSources, 'sources' | 'places'>;

/**
 * Reads files of sources; an id may be described once in all of them and in those already `known` (`ST-S043`).
 *
 * @returns the known ones, too
 */
export function parseSources(
  files: readonly { path: string; text: string }[],
  known?: SharedSources,
): ReadSources {
  const sources = new Map(known?.sources);
  const places = new Map(known?.places);
  const ids = new Set(sources.keys());
  const faults: Fault[] = [];
  let complete = true;
  for (const file of files) {
    const { value, written, faults: found, placeOf } = readDocument(file.text, file.path, sourcesSchema);
    faults.push(...found);
    complete &&= Array.isArray(written);
    for (const writtenId of idsOf(written)) ids.add(writtenId);
    for (const [i, source] of (value ?? []).entries()) {
      const first = places.get(source.id);
      if (first) {
        faults.push(twice(source.id, first, placeOf([i, 'id'])));
      } else {
        sources.set(source.id, source);
        places.set(source.id, placeOf([i, 'id']));
      }
    }
  }
  return { sources, places, ids, complete, faults };
}

/** Ids that the entries of a list carry, whether or not the entries are right. */
export function idsOf(written: unknown): string[] {
  if (!Array.isArray(written)) return [];
  return written.flatMap((entry) => (typeof entry?.id === 'string' ? [entry.id as string] : []));
}

function twice(id: string, first: Place, place: Place): Fault {
  const what = say('The source `{id}` is already described in {place}.', {
    id,
    place: `${first.file}:${first.line}`,
  });
  return error('ST-S043', what, say('Delete one of the two, or rename this one.'), { place });
}
