import { didYouMean } from '../errors/suggest.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';

const example = 'Write for example --slo tpot=50ms or --slo ttft=2s,tpot=50ms.';

/**
 * Reads a target of a service as people write it: `tpot=50ms`, `ttft=2s,tpot=50ms`.
 *
 * @returns seconds
 * @throws SandtableError ST-V002
 */
export function sloOption(text: string): { ttft?: number; tpot?: number } {
  const target: { ttft?: number; tpot?: number } = {};
  for (const part of text.split(',')) {
    const [, name = '', digits, unit] = /^\s*([a-z]+)\s*[=<]=?\s*([\d.]+)\s*(ms|s)\s*$/i.exec(part) ?? [];
    const key = name.toLowerCase();
    if (digits === undefined) refuse('ST-V002', `\`--slo ${shown(part)}\` is not a target.`, example);
    if (key !== 'ttft' && key !== 'tpot') {
      const near = didYouMean(key, ['ttft', 'tpot']);
      refuse('ST-V002', `\`${shown(name)}\` is not a time that a target names.`, near || example);
    }
    const seconds = Number(digits) * (unit!.toLowerCase() === 'ms' ? 1e-3 : 1);
    if (!(seconds > 0 && seconds < 3600)) {
      refuse('ST-V002', `\`--slo ${shown(part)}\` is not a time from a microsecond to an hour.`, example);
    }
    target[key] = seconds;
  }
  return target;
}
