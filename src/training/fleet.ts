import { bare } from '../chips/find.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Machine } from './machine.ts';

/** Chips of one kind. */
export interface Group {
  machine: Machine;
  count: number;
}

const mostChips = 1e8;

/**
 * Reads chips as people write them: `2048xh800-sxm`, several kinds joined by commas, `16k x h100`.
 *
 * @throws SandtableError with every part that cannot be read: ST-T008, ST-T006 for a count out of range, ST-T003 for a chip
 * without rate or memory, ST-C001 for an unknown chip
 */
export function parseFleet(text: string, machines: ReadonlyMap<string, Machine>): Group[] {
  const faults: Fault[] = [];
  const groups: Group[] = [];
  for (const part of text.split(',')) {
    const group = parseGroup(part.trim(), machines);
    if ('machine' in group) groups.push(group);
    else faults.push(group);
  }
  if (faults.length > 0) throw new SandtableError(faults);
  return groups;
}

function parseGroup(part: string, machines: ReadonlyMap<string, Machine>): Group | Fault {
  const [, digits, suffix, name] = /^([\d][\d_.]*(?:e\d+)?)\s*([kKmM]?)\s*[x×*]\s*(\S.*)$/.exec(part) ?? [];
  if (!digits || !name) {
    const what = say('`{text}` is not a number of chips.', { text: part.slice(0, 80) });
    return error(
      'ST-T008',
      what,
      say('Write for example --chips 2048xh800-sxm or --chips 1024xh100-sxm5,512xa100-80.'),
    );
  }
  const scale = suffix === '' ? 1 : /k/i.test(suffix!) ? 1e3 : 1e6;
  const count = Number(digits.replaceAll('_', '')) * scale;
  if (!Number.isInteger(count) || count < 1 || count > mostChips) {
    const what = say('{text}: the count must be a whole number from 1 to a hundred million.', {
      text: part.slice(0, 80),
    });
    return error('ST-T006', what, say('Write for example {example}.', { example: '2048xh800-sxm' }));
  }
  const machine = machines.get(bare(name));
  if (!machine) {
    const near = didYouMean(bare(name), [...machines.keys()]);
    return error(
      'ST-C001',
      say('The chip `{name}` is not known.', { name: name.slice(0, 60) }),
      near ?? say('Write an id of data/chips, such as h100-sxm5.'),
    );
  }
  return unpublished(machine) ?? { machine, count };
}

/** ST-T003 for a machine of which the rate, the memory or its bandwidth is not published: nothing can be computed then. */
export function unpublished(machine: Machine): Fault | undefined {
  if (machine.peak.bf16 > 0 && machine.memory > 0 && machine.bandwidth > 0) return undefined;
  const what = say('Nothing is published of the rate, memory or memory bandwidth of {chip}.', {
    chip: machine.name,
  });
  return error('ST-T003', what, say('Choose another chip.'));
}

/** A count that splits well: at least 15 of 16 chips, in units of a node and of powers of two. */
export function usableCount(count: number): number {
  let unit = 1;
  while (unit * 2 <= count / 16) unit *= 2;
  return Math.floor(count / unit) * unit;
}
