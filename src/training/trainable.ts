import { error, type Fault } from '../errors/fault.ts';
import { either, say } from '../errors/message.ts';
import { type Machine, type Precision, precisions } from './machine.ts';
import { productFormat } from './product-format.ts';

/**
 * The machine as it multiplies in a format: chips whose compiler quantises (TPUs) train in eight-bit integers where they
 * have no FP8, at the rate of those.
 */
export function multiplying(machine: Machine, wanted: Precision): Machine {
  const { as, peak } = productFormat(machine, wanted);
  return as === 'int8' ? { ...machine, peak: { ...machine.peak, fp8: peak } } : machine;
}

/**
 * ST-T009 for a format in which a chip cannot train: serving keeps narrow weights and widens them, which spares memory;
 * training would multiply in the wider format all the same, and eight-bit integers train only under compilers that
 * quantise.
 */
export function formatFault(machine: Machine, wanted: Precision): Fault | undefined {
  if (trainsIn(machine, wanted)) return undefined;
  const known = precisions.filter((one) => trainsIn(machine, one));
  return error(
    'ST-T009',
    say('{chip} has no {format}: it would train no faster in it.', {
      chip: machine.name,
      format: wanted.toUpperCase(),
    }),
    say('Write --precision {names}.', { names: either(known) }),
  );
}

function trainsIn(machine: Machine, format: Precision): boolean {
  const { as } = productFormat(machine, format);
  return as === 'wanted' || (as === 'int8' && machine.compiled === true);
}
