import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeItem, type Item } from '../../src/controls/item.ts';
import type { StatusQuery } from '../../src/controls/query.ts';
import { type Status, status } from '../../src/controls/status.ts';
import { sourceIds } from '../chips/data.ts';
import { book } from './data.ts';

interface WorkedCase extends Omit<StatusQuery, 'on'> {
  id: string;
  chip?: string;
  describe?: { kind: Item['kind']; name: string; [key: string]: unknown };
  on: string;
  outcome?: string;
  duty?: string;
  gate?: string;
  /** What the record says, where the engine answers otherwise. */
  recorded?: string;
  differs?: string;
  rule: string;
  arithmetic?: string;
  authority: string;
  sources: string[];
}

const text = readFileSync(new URL('../fixtures/controls/worked-cases.yaml', import.meta.url), 'utf8');
const cases = parse(text) as WorkedCase[];

const specifications = ['bandwidth', 'area', 'node'];

function itemOf(one: WorkedCase): string | Item {
  if (!one.describe) return one.chip!;
  const entries = Object.entries(one.describe);
  const about = Object.fromEntries(entries.filter(([key]) => !specifications.includes(key)));
  const written = Object.fromEntries(entries.filter(([key]) => specifications.includes(key)));
  return describeItem(
    about as unknown as Parameters<typeof describeItem>[0],
    written as Record<string, string>,
  );
}

function answerTo(one: WorkedCase): Status {
  const {
    id,
    chip,
    describe: _,
    outcome,
    duty,
    gate,
    recorded,
    differs,
    rule,
    arithmetic,
    authority,
    sources,
    ...query
  } = one;
  return status(book, itemOf(one), query);
}

/** The answer in the words of the fixture. */
function saidBy(one: WorkedCase, answer: Status): string {
  if (one.duty) return answer.duty.state;
  if (one.gate) return answer.gate.state;
  return answer.exception ? `${answer.outcome} ${answer.exception}` : answer.outcome;
}

const expectedOf = ({ outcome, duty, gate }: WorkedCase) => outcome ?? duty ?? gate;

/** Outcome, rule and arithmetic on one line. */
function line(one: WorkedCase, answer: Status): string {
  const [reading] = answer.item.readings;
  const tpp = reading?.rate
    ? `${reading.rate.high} × ${reading.bits} = ${reading.tpp.high} (${reading.format})`
    : '–';
  return `${one.id} ${one.on} ${answer.item.name} → ${one.to}: ${saidBy(one, answer)} · ${answer.by ?? 'no rule'} · ${answer.paragraphs.join(', ') || 'no paragraph'} · TPP ${tpp}`;
}

describe('the worked cases', () => {
  it('are those of the record, with their sources', () => {
    expect(cases.length).toBe(119);
    expect(cases.flatMap(({ sources }) => sources).filter((id) => !sourceIds.has(id))).toEqual([]);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const answer = answerTo(one);
    process.stdout.write(`${line(one, answer)}\n`);
    expect(saidBy(one, answer)).toBe(expectedOf(one));
  });
});
