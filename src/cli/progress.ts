import type { Effects } from './effects.ts';
import type { Watch } from './engine.ts';

const quiet = 0.8;

/** Tells whoever watches the share done, and a terminal with the time left in a line on standard error that is gone afterwards. */
export function progress(what: string, effects: Effects): { watch: Watch; done(): void } {
  const start = effects.seconds();
  let shown = '';
  const watch: Watch = (share, questions) => {
    effects.watch?.(share, questions);
    const spent = effects.seconds() - start;
    if (!effects.terminal.stderr || spent < quiet || !(share > 0)) return;
    const left = Math.ceil((spent / share) * (1 - share));
    const line = `${what} ${Math.floor(share * 100)} %${left > 0 ? ` · ${left} s left` : ''}`;
    if (line === shown) return;
    shown = line;
    effects.stderr(`\r\u001b[2K${line}`);
  };
  return {
    watch,
    done: () => {
      if (shown !== '') effects.stderr('\r\u001b[2K');
    },
  };
}
