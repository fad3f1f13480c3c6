import { error, type Fault, SandtableError } from '../errors/fault.ts';
import type { Words } from '../errors/message.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { precisions } from '../training/machine.ts';
import { type Plan, recomputes, schedules } from '../training/plan.ts';
import { frameworks, hostings, plainSoftware } from '../training/software.ts';
import { shown } from './options.ts';

/** Words of a plan that stand before a whole number. */
const numbers = {
  tp: 'tensor',
  pp: 'pipeline',
  vp: 'chunks',
  cp: 'context',
  ep: 'expert',
  etp: 'expertTensor',
  dp: 'data',
  mbs: 'microBatch',
  zero: 'shard',
  hsdp: 'shardGroup',
} as const;

/**
 * Reads a plan: `tp 8 · pp 16 · vp 8 · mbs 1 · zero 1 · interleaved · recompute full`, in any order and with any
 * separators; what is left out is 1 or none.
 *
 * @throws SandtableError ST-X003 with everything that cannot be read
 */
export function planOption(text: string): Partial<Plan> {
  const plan: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const words = text
    .toLowerCase()
    .split(/[\s,;·=:]+/)
    .filter(Boolean)
    .flatMap(apart);
  const refuse = (word: string, fix: Words) =>
    faults.push(error('ST-X003', say('`--plan`: `{word}` cannot be read.', { word: shown(word) }), fix));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1] ?? '';
    if (word in numbers) {
      const value = Number(next);
      if (Number.isInteger(value) && value >= 0) plan[numbers[word as keyof typeof numbers]] = value;
      else
        refuse(
          `${word} ${next}`,
          say('Write a whole number after it, such as {example}.', { example: `${word} 8` }),
        );
      i++;
    } else if (word === 'recompute') {
      if (recomputes.some((one) => one === next)) plan.recompute = next;
      else refuse(`recompute ${next}`, say('The choice is {names}.', { names: recomputes.join(', ') }));
      i++;
    } else if (word === 'offload') {
      const value = Number(next);
      if (value >= 0 && value <= 1) plan.offload = value;
      else refuse(`offload ${next}`, say('Write a share from 0 to 1.'));
      i++;
    } else if (word === 'host') {
      if (hostings.some((one) => one === next)) plan.hosted = next;
      else refuse(`host ${next}`, say('The choice is {names}.', { names: hostings.join(', ') }));
      i++;
    } else if (word === 'software') {
      const framework = frameworks.find((one) => one === next);
      if (framework) plan.software = { ...plainSoftware, framework };
      else refuse(`software ${next}`, say('The choice is {names}.', { names: frameworks.join(', ') }));
      i++;
    } else if (schedules.some((one) => one === word)) plan.schedule = word;
    else if (precisions.some((one) => one === word)) plan.precision = word;
    else refuse(word, didYouMean(word, known) ?? say('Known are {names}.', { names: known.join(', ') }));
  }
  if (words.length === 0)
    refuse('', say("Write for example --plan 'tp 8 pp 16 mbs 1 zero 1', or leave it out."));
  if (plan.shard !== undefined && (plan.shard as number) > 3)
    refuse('zero', say('The choice is {names}.', { names: '0, 1, 2, 3' }));
  if (faults.length > 0) throw new SandtableError(faults);
  return plan as Partial<Plan>;
}

const known = [
  ...Object.keys(numbers),
  'recompute',
  'offload',
  'host',
  'software',
  ...schedules,
  ...precisions,
];

/** `tp8` is `tp 8`; names that end in digits stay whole. */
function apart(word: string): string[] {
  const [, name, digits] = /^([a-z]+)(\d+)$/.exec(word) ?? [];
  return name && name in numbers ? [name, digits!] : [word];
}
