import { z } from 'zod';

/** What the JSON of a command holds. */
export function answerSchema(command: string): z.ZodType {
  return schemas[command] ?? z.unknown();
}

const schemas: Readonly<Record<string, z.ZodType>> = {};
