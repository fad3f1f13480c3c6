import type { Code } from '../errors/catalogue.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import type { Words } from '../errors/message.ts';

/** A fault in one line of text, with where it is, so that whoever read the file can point at it. */
export interface TextFault extends Fault {
  /** Characters before the bad part, in UTF-16 code units. */
  offset: number;
  length: number;
}

/** A piece of a text. */
export interface Span {
  offset: number;
  length: number;
}

/** Stops reading: throws a `SandtableError` that holds one `TextFault`. */
export function refuse(
  code: Code,
  span: Span,
  message: { what: Words; fix: Words; why?: Words | undefined },
): never {
  const { what, fix, why } = message;
  const fault: TextFault = {
    ...error(code, what, fix, { why }),
    offset: span.offset,
    length: Math.max(1, span.length),
  };
  throw new SandtableError(fault);
}

/** The piece from the start of `a` to the end of `b`. */
export function join(a: Span, b: Span): Span {
  return { offset: a.offset, length: b.offset + b.length - a.offset };
}
