import { say } from '../errors/message.ts';
import { type Cursor, here, peek, take, textOf } from './cursor.ts';
import { readDigits, toDouble } from './number.ts';
import { type Family, families, type Spread } from './quantity.ts';
import { join, refuse, type Span } from './refusal.ts';
import type { Token } from './scan.ts';
import { multipliers } from './words.ts';

type Needs =
  | 'both above 0'
  | 'sd above 0'
  | 'sigma above 0'
  | 'low below high'
  | 'low <= mode <= high and low < high';

/** What each family takes: how it is written, how many arguments, and what they must satisfy. */
const shapes: Readonly<
  Record<Family, { call: string; count: number; needs: Needs; holds: (...args: number[]) => boolean }>
> = {
  beta: { call: 'beta(2, 8)', count: 2, needs: 'both above 0', holds: (a, b) => a! > 0 && b! > 0 },
  normal: { call: 'normal(mean, sd)', count: 2, needs: 'sd above 0', holds: (_mean, sd) => sd! > 0 },
  lognormal: {
    call: 'lognormal(mu, sigma)',
    count: 2,
    needs: 'sigma above 0',
    holds: (_mu, sigma) => sigma! > 0,
  },
  gamma: { call: 'gamma(shape, scale)', count: 2, needs: 'both above 0', holds: (a, b) => a! > 0 && b! > 0 },
  uniform: {
    call: 'uniform(low, high)',
    count: 2,
    needs: 'low below high',
    holds: (low, high) => low! < high!,
  },
  triangular: {
    call: 'triangular(low, mode, high)',
    count: 3,
    needs: 'low <= mode <= high and low < high',
    holds: (low, mode, high) => low! <= mode! && mode! <= high! && low! < high!,
  },
};

/**
 * Takes `beta(2, 8)`, `uniform(20k, 40k)`. Inside the brackets a comma always parts two arguments.
 *
 * @throws ST-U015 for a wrong number of arguments or arguments out of range
 */
export function readFamily(cursor: Cursor): (Spread & { form: 'family' }) | undefined {
  const [name, bracket] = [peek(cursor), peek(cursor, 1)];
  const family = families.find((each) => each === name?.text.toLowerCase());
  if (!family) return undefined;
  const { call, count, needs, holds } = shapes[family];
  if (bracket?.text !== '(') {
    return refuse('ST-U015', name!, {
      what: say('{family} has no arguments.', { family }),
      fix: say('Write {example}.', { example: call }),
    });
  }
  cursor.at += 2;
  const args = readArguments(cursor, call);
  const span = join(name!, cursor.tokens[cursor.at - 1]!);
  const written = textOf(cursor, span);
  if (args.length !== count) {
    refuse('ST-U015', span, {
      what: say('{written} has {found} arguments, {family} takes {count}.', {
        ...{ written, found: args.length, family, count },
      }),
      fix: say('Write {example}, and no commas inside a number: 115000.', { example: call }),
    });
  }
  if (!args.every(Number.isFinite) || !holds(...args)) {
    refuse('ST-U015', span, {
      what: say('{written} is not a distribution.', { written }),
      fix: say('Write {example} with {needs}.', { example: call, needs: say(needs) }),
    });
  }
  return { form: 'family', family, args };
}

function readArguments(cursor: Cursor, call: string): number[] {
  const args: number[] = [];
  do {
    const minus = take(cursor, '-') ? -1 : 1;
    const token = peek(cursor);
    if (token?.kind !== 'number') return refuseArgument(here(cursor), call);
    cursor.at += 1;
    args.push(
      ...readNumbers(token, readMultiplier(cursor)).map((value, i) => (i === 0 ? minus * value : value)),
    );
  } while (take(cursor, ','));
  if (!take(cursor, ')')) refuseArgument(here(cursor), call);
  return args;
}

/** The scanner takes `2,8` for one number; here it is two. A multiplier belongs to the last. */
function readNumbers(token: Token, multiplier: number): number[] {
  const pieces = token.text.split(',');
  return pieces.map((piece, i) =>
    toDouble(readDigits(piece, token), i === pieces.length - 1 ? multiplier : 0),
  );
}

function readMultiplier(cursor: Cursor): number {
  const word = peek(cursor)?.text ?? '';
  if (!Object.hasOwn(multipliers, word)) return 0;
  cursor.at += 1;
  return multipliers[word]!;
}

function refuseArgument(span: Span, call: string): never {
  return refuse('ST-U015', span, {
    what: say('An argument of a distribution is a number, parted by commas.'),
    fix: say('Write {example}, with the unit after the bracket.', { example: call }),
  });
}
