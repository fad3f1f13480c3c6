/** Words and signs of a quantity that are not units, in English and Chinese. Compared in lower case. */

/** What multiplies the number before it -> its power of ten. Other letters have rules of their own in `amount.ts`. */
export const multipliers: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  mn: 6,
  mln: 6,
  million: 6,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

/** Words before a number that make it one end only. Words of several parts are parted by one space. */
export const boundWords: Readonly<Record<string, 'low' | 'high'>> = {
  '>': 'low',
  '>=': 'low',
  '≥': 'low',
  over: 'low',
  above: 'low',
  exceeding: 'low',
  'more than': 'low',
  'at least': 'low',
  'no less than': 'low',
  'not less than': 'low',
  'no fewer than': 'low',
  超过: 'low',
  超: 'low',
  逾: 'low',
  至少: 'low',
  不少于: 'low',
  不低于: 'low',
  高于: 'low',
  '<': 'high',
  '<=': 'high',
  '≤': 'high',
  under: 'high',
  below: 'high',
  'less than': 'high',
  'fewer than': 'high',
  'up to': 'high',
  'at most': 'high',
  'no more than': 'high',
  'not more than': 'high',
  不超过: 'high',
  不高于: 'high',
  至多: 'high',
  最多: 'high',
  低于: 'high',
};

/** Signs and words after a number that make it one end only. */
export const boundSuffixes: Readonly<Record<string, 'low' | 'high'>> = {
  '+': 'low',
  以上: 'low',
  'or more': 'low',
  以下: 'high',
  以内: 'high',
  'or less': 'high',
  'or fewer': 'high',
};

/** Words that say a number is rough. */
export const aboutWords: ReadonlySet<string> = new Set([
  '~',
  '≈',
  'about',
  'around',
  'approximately',
  'circa',
  'roughly',
  'nearly',
  'almost',
  '约',
  '大约',
  '近',
  '左右',
]);

/** Between the ends of an interval. */
export const rangeWords: ReadonlySet<string> = new Set(['to', '..', '...', '–', '-', '~', '至', '到']);

/** "Per" in words; `/` besides. */
export const perWords: ReadonlySet<string> = new Set(['/', 'per', '每']);

/** Nobody knows, and that is said. */
export const unknownWords: ReadonlySet<string> = new Set(['unknown', '未知', '不详']);

/** The Chinese ones, by which Chinese text is cut. */
export const chineseWords: readonly string[] = [multipliers, boundWords, boundSuffixes]
  .flatMap((vocabulary) => Object.keys(vocabulary))
  .concat(...[aboutWords, rangeWords, perWords, unknownWords].map((vocabulary) => [...vocabulary]))
  .filter((word) => /\p{Script=Han}/u.test(word));
