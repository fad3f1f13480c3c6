import type { Catalogue, Chip } from '../chips/chip.ts';
import { median } from '../chips/figure.ts';
import { bare, findChip } from '../chips/find.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { both, say } from '../errors/message.ts';
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
 * @param catalogue tells of chips that are not among the machines what is missing of them; they are unknown where left out
 * @throws SandtableError with every part that cannot be read: ST-T008, ST-T006 for a count out of range, ST-T003 for a chip of which
 * too little is published, ST-C001 for an unknown chip
 */
export function parseFleet(
  text: string,
  machines: ReadonlyMap<string, Machine>,
  catalogue?: Catalogue,
): Group[] {
  const faults: Fault[] = [];
  const groups: Group[] = [];
  for (const part of text.split(',')) {
    const group = parseGroup(part.trim(), machines, catalogue);
    if ('machine' in group) groups.push(group);
    else faults.push(group);
  }
  if (faults.length > 0) throw new SandtableError(faults);
  return groups;
}

function parseGroup(
  part: string,
  machines: ReadonlyMap<string, Machine>,
  catalogue?: Catalogue,
): Group | Fault {
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
  const chip = catalogue && findChip(catalogue, name);
  const machine = machines.get(bare(name)) ?? machines.get(bare(chip?.id ?? ''));
  if (chip && (!machine || isUnpublished(machine))) return tooLittle(chip.name, publishedOf(chip));
  if (machine) return unpublished(machine) ?? { machine, count };
  const near = didYouMean(bare(name), [...machines.keys()]);
  return error(
    'ST-C001',
    say('The chip `{name}` is not known.', { name: name.slice(0, 60) }),
    near ?? say('Write an id of data/chips, such as h100-sxm5.'),
  );
}

/** What must be known of a chip for anything to be computed: all above 0. */
interface Published {
  /** In sixteen bits, or in eight [FLOP/s]. */
  rate: number;
  /** B */
  memory: number;
  /** B/s; 0 where all memory is on the die, too. */
  bandwidth: number;
  onDie?: boolean;
}

/** ST-T003 for a machine of which the rate, the memory or its bandwidth is not published: nothing can be computed then. */
export function unpublished(machine: Machine): Fault | undefined {
  const { peak, memory, bandwidth, name } = machine;
  return isUnpublished(machine) ? tooLittle(name, { rate: peak.bf16, memory, bandwidth }) : undefined;
}

function isUnpublished({ peak, memory, bandwidth }: Machine): boolean {
  return !(peak.bf16 > 0 && memory > 0 && bandwidth > 0);
}

function publishedOf({ peak, memory, bandwidth }: Chip): Published {
  const value = (of: { quantity: Parameters<typeof median>[0] } | undefined) =>
    (of && median(of.quantity)) ?? 0;
  return {
    rate: value(peak.fp16) || value(peak.fp8),
    memory: value(memory),
    bandwidth: value(bandwidth),
    onDie: bandwidth !== undefined && median(bandwidth.quantity) === 0,
  };
}

function tooLittle(chip: string, { rate, memory, bandwidth, onDie = false }: Published): Fault {
  const missing = [
    ...(rate > 0 ? [] : [say('its rate in sixteen or eight bits')]),
    ...(memory > 0 ? [] : [say('its memory')]),
    ...(bandwidth > 0 || onDie ? [] : [say('the bandwidth of its memory')]),
  ];
  const what =
    missing.length > 0
      ? say('Of {chip} nobody has published {what}.', { chip, what: both(missing) })
      : say('All memory of {chip} is on its die, which is not modelled here.', { chip });
  return error('ST-T003', what, say('Choose another chip.'));
}

/** A count that splits well: at least 15 of 16 chips, in units of a node and of powers of two. */
export function usableCount(count: number): number {
  let unit = 1;
  while (unit * 2 <= count / 16) unit *= 2;
  return Math.floor(count / unit) * unit;
}
