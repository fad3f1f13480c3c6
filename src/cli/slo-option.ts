import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';

const example = say('Write for example --slo tpot=50ms or --slo ttft=2s,tpot=50ms.');

const secondsOf: Readonly<Record<string, number>> = { us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1 };

/**
 * Reads a target of a service as people write it: `tpot=50ms`, `ttft=2s,tpot=50ms`.
 *
 * @returns seconds
 * @throws SandtableError ST-V002
 */
export function sloOption(text: string): { ttft?: number; tpot?: number } {
  const target: { ttft?: number; tpot?: number } = {};
  for (const part of text.split(',')) {
    const [, name = '', digits, unit] =
      /^\s*([a-z]+)\s*[=<]=?\s*([\d.]+)\s*(us|µs|ms|s)\s*$/i.exec(part) ?? [];
    const key = name.toLowerCase();
    if (digits === undefined)
      refuse('ST-V002', say('`--slo {text}` is not a target.', { text: shown(part) }), example);
    if (key !== 'ttft' && key !== 'tpot') {
      const near = didYouMean(key, ['ttft', 'tpot']);
      refuse(
        'ST-V002',
        say('`{name}` is not a time that a target names.', { name: shown(name) }),
        near ?? example,
      );
    }
    if (target[key] !== undefined) {
      refuse(
        'ST-V002',
        say('`--slo {text}` gives `{key}` twice.', { text: shown(text), key }),
        say('Give each time once.'),
      );
    }
    const seconds = Number(digits) * secondsOf[unit!.toLowerCase()]!;
    if (!(seconds >= 1e-6 && seconds <= 3600)) {
      refuse(
        'ST-V002',
        say('`--slo {text}` is not a time from a microsecond to an hour.', { text: shown(part) }),
        example,
      );
    }
    target[key] = seconds;
  }
  return target;
}
