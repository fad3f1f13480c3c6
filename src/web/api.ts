import type { ToldFault } from '../errors/told.ts';
import type { LibraryCard } from '../report/html/library.ts';
import { tagOf } from './strings/tongue.ts';

/** A request that was refused, or not answered at all. */
export class Refusal extends Error {
  readonly faults: readonly ToldFault[];
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, faults: readonly ToldFault[], body: Readonly<Record<string, unknown>> = {}) {
    super(faults[0]?.what ?? `status ${status}`);
    this.status = status;
    this.faults = faults;
    this.body = body;
  }

  /** Nobody answered: the server is gone. */
  get unanswered(): boolean {
    return this.status === 0;
  }
}

/** What follows an address: several values where there are several. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** An address of the interface; `root` is empty for the pages that stand beside it. */
export function addressOf(parts: readonly string[], query: Query = {}, root = '/api'): string {
  const written = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') written.append(key, String(one));
    }
  }
  const end = written.toString();
  return `${root}/${parts.map(encodeURIComponent).join('/')}${end === '' ? '' : `?${end}`}`;
}

/** Faults are told in the language of the page, which its address decides. */
async function send(address: string, how: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    const language = tagOf(new URLSearchParams(location.search).get('lang') ?? '');
    const headers = { ...how.headers, 'Accept-Language': language };
    answer = await fetch(address, { ...how, headers });
  } catch (thrown) {
    if (how.signal?.aborted) throw thrown;
    throw new Refusal(0, []);
  }
  if (answer.ok) return answer;
  const body = (await answer.json().catch(() => ({}))) as { faults?: readonly ToldFault[] };
  throw new Refusal(answer.status, body.faults ?? [], body);
}

/** Answers as JSON; throws `Refusal`. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  return (await send(address, { ...(signal && { signal }) })).json() as Promise<T>;
}

export async function post<T>(address: string, body: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  return (await send(address, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<T>;
}

/** A file that was saved: its version, and the faults of the dossier with it. */
export interface Saved {
  version: string;
  faults: readonly ToldFault[];
}

/** Saves a file where it still is what was read; `null` for a new one. */
export async function put(address: string, text: string, version: string | null): Promise<Saved> {
  const seen: Record<string, string> =
    version === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` };
  const headers = { 'Content-Type': 'text/yaml', ...seen };
  return (await send(address, { method: 'PUT', headers, body: text })).json() as Promise<Saved>;
}

/** A dossier of the library, as the server lists it. */
export interface Card extends Omit<LibraryCard, 'assessment'> {
  digest?: string;
}

/** The files of a dossier. */
export interface DossierFiles {
  id: string;
  writable: boolean;
  files: Readonly<Record<string, string>>;
  versions: Readonly<Record<string, string>>;
  faults: readonly ToldFault[];
}
