import { error, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';

/**
 * Stops on arguments for which a family does not exist.
 *
 * @param holds whether the arguments are in range
 * @param written the call as a person would write it, such as `beta(0, 8)`
 * @param rule what must hold, such as `both arguments must be above 0`
 * @throws SandtableError ST-N002
 */
export function requireArguments(holds: boolean, written: string, rule: Message): void {
  if (holds) return;
  throw new SandtableError(
    error(
      'ST-N002',
      say('`{text}` is not a distribution.', { text: written }),
      say('Change the arguments: {rule}.', { rule }),
    ),
  );
}

/** True for a finite number above zero. */
export function positive(x: number): boolean {
  return x > 0 && x < Infinity;
}
