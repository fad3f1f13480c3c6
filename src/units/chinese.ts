import { unitAfter } from './format.ts';
import { digitsOf, type Magnitude, magnitudesOf, ones, round } from './numeral.ts';
import type { Quantity } from './quantity.ts';

/** More than doubles hold is noise of a conversion. */
const allFigures = 15;

/** Words that leave a bound open to the number itself, and those that shut it out, as `words.ts` reads them. */
const included = /at least|(no|not) (less|fewer) than|>=|≥|至少|不少于|不低于|(?<!e)\+|or more|以上/i;
const excluded = /under|below|(less|fewer) than|<(?!=)|低于/i;

/**
 * Writes in Chinese what somebody wrote, with all its figures and in its unit: `超过6万P`, `12.42亿元`, `1,400亩`,
 * `500至1,700米`. `parseQuantity` reads it back as the same numbers.
 *
 * @throws ST-U004 for NaN and infinities
 */
export function inChinese({ spread, unit, text }: Quantity): string {
  const after = unitAfter(unit, { locale: 'zh-CN', single: false });
  switch (spread.form) {
    case 'exact':
      return numbers([spread.value])[0] + after;
    case 'bound': {
      const low = spread.low !== undefined;
      const word = low ? (included.test(text) ? '至少' : '超过') : excluded.test(text) ? '低于' : '至多';
      return word + numbers([spread.low ?? spread.high!])[0] + after;
    }
    case 'interval':
      return numbers([spread.low, spread.high]).join('至') + after;
    case 'estimate': {
      const [low, best, high] = numbers([spread.low, spread.best, spread.high]);
      return `${best}${after}（${low}至${high}）`;
    }
    case 'family':
      return text;
    case 'unknown':
      return '未知';
  }
}

/** In 万 and 亿 where every number but 0 takes one, so that none can be read as sharing the word of another. */
function numbers(values: readonly number[]): string[] {
  const rounded = values.map((value) => round(value, allFigures));
  const words = rounded.map(shortWord);
  const plain = rounded.some((value, i) => value !== 0 && words[i] === ones);
  return rounded.map((value, i) => {
    const magnitude = plain ? ones : words[i]!;
    return digitsOf(value, magnitude) + magnitude.word;
  });
}

/** The largest word that needs two decimals at most: 80,500 is 8.05万, and 16,384 stays. */
function shortWord(value: number): Magnitude {
  const decimals = (magnitude: Magnitude) => digitsOf(value, magnitude).split('.')[1]?.length ?? 0;
  return magnitudesOf(value, 'zh-CN').find((magnitude) => decimals(magnitude) <= 2) ?? ones;
}
