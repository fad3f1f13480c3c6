import { didYouMean } from '../errors/suggest.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';

const example = 'Write for example --slo tpot=50ms or --slo ttft=2s,tpot=50ms.';

const secondsOf: Readonly<Record<string, number>> = { us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600 };

const units = 'Units are us, ms, s, min and h.';

/**
 * Reads a target of a service as people write it: `tpot=50ms`, `ttft=2s,tpot=50ms`.
 *
 * @returns seconds
 * @throws SandtableError ST-V002
 */
export function sloOption(text: string): { ttft?: number; tpot?: number } {
  const target: { ttft?: number; tpot?: number } = {};
  for (const part of text.split(',')) {
    const [, name = '', digits, unit = ''] =
      /^\s*([a-z]+)\s*[=<]=?\s*([\d.]+)\s*([a-zµ]*)\s*$/i.exec(part) ?? [];
    const key = name.toLowerCase();
    if (digits === undefined) refuse('ST-V002', `\`--slo ${shown(part)}\` is not a target.`, example);
    if (key !== 'ttft' && key !== 'tpot') {
      const near = didYouMean(key, ['ttft', 'tpot']);
      refuse('ST-V002', `\`${shown(name)}\` is not a time that a target names.`, near || example);
    }
    if (target[key] !== undefined) {
      refuse('ST-V002', `\`--slo ${shown(text)}\` gives \`${key}\` twice.`, 'Give each time once.');
    }
    const scale = secondsOf[unit.toLowerCase()];
    if (scale === undefined) {
      const what = unit === '' ? 'has no unit of time' : 'has a unit of time that is not known';
      refuse('ST-V002', `\`--slo ${shown(part)}\` ${what}.`, `${units} ${example}`);
    }
    const seconds = Number(digits) * scale;
    if (!(seconds >= 1e-6 && seconds <= 3600)) {
      const what = `\`--slo ${shown(part)}\` is not a time from a microsecond (1us) to an hour (1h).`;
      refuse('ST-V002', what, `${units} ${example}`);
    }
    target[key] = seconds;
  }
  return target;
}
