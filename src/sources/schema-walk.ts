import type { z } from 'zod';

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: readonly z.ZodType[];
  getter?: () => z.ZodType;
}

/** The schemas that may stand at a path of keys and indexes; several where the path crosses a union. */
export function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  let here = [schema];
  for (const step of path) here = here.flatMap(bare).flatMap((one) => child(one, step));
  return here;
}

/** Keys that a map at this path may have, in the order of the schema. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const keys = schemasAt(schema, path)
    .flatMap(bare)
    .flatMap((one) => Object.keys(definition(one).shape ?? {}));
  return [...new Set(keys)];
}

/** The first example given for the value at this path. */
export function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  for (const one of schemasAt(schema, path).flatMap(withInner)) {
    const examples = one.meta()?.examples as unknown;
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
  }
  return undefined;
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

function child(schema: z.ZodType, step: PropertyKey): z.ZodType[] {
  const { type, element, valueType, shape } = definition(schema);
  if (type === 'array' && element) return [element];
  if (type === 'record' && valueType) return [valueType];
  const key = String(step);
  return shape && Object.hasOwn(shape, key) ? [shape[key]!] : [];
}

/** The schema itself and what it wraps: optional, default, transform, union, lazy. */
function withInner(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options, getter } = definition(schema);
  const inner = [innerType, input, getter?.(), ...(options ?? [])].filter((one) => one !== undefined);
  return [schema, ...inner.flatMap(withInner)];
}

function bare(schema: z.ZodType): z.ZodType[] {
  return withInner(schema).filter((one) => ['object', 'array', 'record'].includes(definition(one).type));
}
