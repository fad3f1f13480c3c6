import type { Code } from '../errors/catalogue.ts';
import { catalogue } from '../errors/catalogue.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { say, type Words } from '../errors/message.ts';
import { type ToldFault, type Translation, told } from '../errors/told.ts';

/** What went wrong with a request: RFC 9457, with the faults as everywhere in Sandtable. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: Code;
  faults: readonly ToldFault[];
}

/** HTTP status of the first fault; those that are not listed are the reader's: 400. */
const statuses: Partial<Record<Code, number>> = {
  'ST-H001': 403,
  'ST-H002': 401,
  'ST-H003': 404,
  'ST-H005': 413,
  'ST-H006': 503,
  'ST-H007': 412,
  'ST-H008': 409,
  'ST-H009': 507,
  'ST-H010': 403,
  'ST-H012': 428,
  'ST-H013': 422,
  'ST-H018': 403,
  'ST-H019': 429,
  'ST-H020': 405,
  'ST-X004': 404,
  'ST-X005': 404,
  'ST-X006': 404,
  'ST-X007': 404,
  'ST-X008': 409,
  'ST-X012': 409,
  'ST-X014': 403,
  'ST-X015': 500,
  'ST-C001': 404,
  'ST-D002': 404,
  'ST-K007': 404,
  'ST-M001': 404,
  'ST-P018': 404,
};

/**
 * A problem to answer with.
 *
 * @param translation of the reader's language; English where left out
 */
export function problemOf(faults: readonly Fault[], translation?: Translation): Problem {
  const { code, place } = faults.find(({ severity }) => severity === 'error') ?? faults[0]!;
  const status = statuses[code] ?? (place || code.startsWith('ST-D') ? 422 : 400);
  const { title } = (translation?.catalogue ?? catalogue)[code];
  return { type: `urn:sandtable:${code}`, title, status, code, faults: told(faults, translation) };
}

const inside = error(
  'ST-X015',
  say('Something failed inside that is none of your doing.'),
  say('Please report it, with what you did.'),
);

/** The faults of whatever was thrown; what is none of ours is a failure inside, whose text stays inside. */
export function faultsOf(thrown: unknown): readonly Fault[] {
  if (!(thrown instanceof SandtableError)) return [inside];
  return thrown.faults.map((fault) => (fault.code === inside.code ? inside : fault));
}

/** One fault, to be thrown. */
export const refusal = (code: Code, what: Words, fix: Words): SandtableError =>
  new SandtableError(error(code, what, fix));

/** Throws one fault. */
export function refuse(code: Code, what: Words, fix: Words): never {
  throw refusal(code, what, fix);
}
