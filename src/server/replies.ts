import { z } from 'zod';

const place = z.object({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  length: z.int().positive().optional(),
});

export const fault = z
  .object({
    code: z.string().regex(/^ST-[A-Z]\d{3}$/),
    severity: z.enum(['error', 'warning']),
    what: z.string(),
    why: z.string().optional(),
    fix: z.string(),
    english: z
      .string()
      .optional()
      .meta({ description: 'details that are written in English alone, beside what the code means' }),
    place: place.optional(),
    excerpt: z.array(z.object({ line: z.int(), text: z.string() })).optional(),
  })
  .meta({
    id: 'Fault',
    description:
      'One thing wrong: what was found, where, and what to do; in Chinese where `Accept-Language` or the parameter `language` asks for it',
  });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    faults: z.array(fault),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457)' });

/** An answer in JSON. */
export const inJson = (schema: z.ZodType) => ({ 'application/json': schema });

/** A refusal. */
export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': problem },
});

export const localised = z.object({ en: z.string(), zh: z.string().optional() });

export const compiled = z.array(z.unknown()).meta({
  id: 'Compiled',
  description: 'maps, sets and shared objects in one list, as the library `devalue` writes and reads them',
});

export const card = z
  .object({
    id: z.string(),
    origin: z.enum(['own', 'bundled', 'known']),
    name: localised,
    summary: localised.optional(),
    asOf: z.string().optional(),
    sites: z.int().optional(),
    projects: z.int().optional(),
    items: z.int().optional(),
    digest: z.string().optional(),
    errors: z.int().meta({ description: 'faults that leave the dossier without a verdict' }),
  })
  .meta({ id: 'Card', description: 'A dossier of the library' });

export const library = z
  .object({
    first: z.string().meta({ description: 'dossier to begin with' }),
    dossiers: z.array(card),
  })
  .meta({ id: 'Library' });

export const dossier = z
  .object({
    id: z.string(),
    origin: z.enum(['own', 'bundled', 'known']),
    writable: z.boolean(),
    digest: z.string().meta({ description: 'digest of the files: part of every run id' }),
    files: z.record(z.string(), z.string()),
    versions: z
      .record(z.string(), z.string())
      .meta({ description: 'version of each file, for If-Match when it is saved' }),
    faults: z.array(fault).meta({ description: 'what could not be read' }),
  })
  .meta({ id: 'Dossier' });

export const checked = z
  .object({ digest: z.string(), whole: z.boolean(), faults: z.array(fault) })
  .meta({ id: 'Checked', description: 'whole: there is no error, so it can be assessed' });

export const saved = z
  .object({
    path: z.string(),
    version: z.string(),
    digest: z.string(),
    faults: z.array(fault).meta({ description: 'of the whole dossier with this file' }),
  })
  .meta({ id: 'Saved' });

export const conflict = problem
  .extend({
    version: z.string().optional().meta({ description: 'version of the file on disk now' }),
    text: z.string().optional().meta({ description: 'its text now' }),
  })
  .meta({ id: 'Conflict', description: 'The file on disk is not the one that was read' });
