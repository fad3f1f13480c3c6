import type { z } from 'zod';

/**
 * What people often write instead of an id or a web address, in the form that was wanted.
 *
 * @param issue that the text raised
 * @returns undefined where none is near
 */
export function mendedForm(found: string, issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_format' || issue.pattern === undefined) return undefined;
  const wanted = new RegExp(issue.pattern.slice(1, issue.pattern.lastIndexOf('/')));
  const bare = found.trim();
  const parts = bare.split(/\s*[，、]\s*/);
  if (parts.length > 1 && parts.every((part) => wanted.test(part))) return parts.join(', ');
  const id = bare
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const address = bare.includes('.') ? `https://${bare}` : '';
  return [id, address].find((text) => text.length > 0 && text.length <= 80 && wanted.test(text));
}
