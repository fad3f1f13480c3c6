import type { Interval } from '../backtest/bootstrap.ts';
import type { Measure } from '../backtest/case-scores.ts';
import type { GroupRow, KindRow, Results, ScoreRow, WordRow } from '../backtest/results.ts';
import { backtestScreenWords } from './strings/screen-words.ts';
import type { Strings } from './strings/strings.ts';

/** Scores that a screen has room for in every group. */
export const mainMeasures: readonly Measure[] = ['inTime', 'stage'];

/** Hubs below which a word is said to rest on few. */
const FEW_BEHIND_A_WORD = 10;

/** How the forecasts stand against climatology, a sentence a point. */
export function standingSentences({ rows }: Results, s: Strings): string[] {
  const words = backtestScreenWords(s);
  return (['p1', 'p2', 'p3', 'all'] as const).flatMap((point) => {
    const own = rows.filter((row) => row.replay === 'ordinary' && row.point === point);
    const count = (holds: (row: ScoreRow) => boolean) => own.filter(holds).length;
    const facts = {
      point: words.backtestPoint[point],
      scores: own.length,
      better: count(({ gain }) => gain.value > 0),
      surely: count(({ gain }) => isSure(gain)),
      committed: count(({ gainOnCommitment }) => gainOnCommitment.value > 0),
      surelyCommitted: count(({ gainOnCommitment }) => isSure(gainOnCommitment)),
    };
    return own.length > 0 ? [words.backtestStanding(facts)] : [];
  });
}

/** Whether a gain is above its noise; that of one hub has none to be above of. */
function isSure({ low, high }: Interval): boolean {
  return low > 0 && high > low;
}

/** What knowing pages that came out later is worth: how much worse the strict replay scores. */
export function hindsightSentence(results: Results, s: Strings): string {
  const words = backtestScreenWords(s);
  const own = results.rows.filter(
    ({ replay, measure }) => replay === 'ordinary' && mainMeasures.includes(measure),
  );
  const gaps = own.map((row) => {
    const gap = strictOf(results, row).evidence.value - row.evidence.value;
    return `${words.backtestPoint[row.point]} ${words.backtestMeasure[row.measure]} ${three(gap)}`;
  });
  return words.backtestGap(gaps.join('; '));
}

/** The same row of the strict replay. */
export function strictOf({ rows }: Results, { point, measure }: ScoreRow): ScoreRow {
  return rows.find((row) => row.replay === 'strict' && row.point === point && row.measure === measure)!;
}

/**
 * Where the forecasts lose to climatology, to climatology given commitment, and to the prior alone: a sentence each, every
 * score at a point, the main ones in a group, and which groups lose on others.
 */
export function lossSentences({ rows, groups }: Results, s: Strings): string[] {
  const words = backtestScreenWords(s);
  const own = rows.filter(({ replay }) => replay === 'ordinary');
  const main = groups.filter(({ measure }) => mainMeasures.includes(measure));
  const others = groups.filter((row) => !main.includes(row) && loses(row, 'climatology'));
  const told = (named: readonly string[]) => [...new Set(named)].join('; ') || words.backtestNowhere;
  const atPoints = (rival: Rival) =>
    own.filter((row) => loses(row, rival)).map((row) => pointLoss(row, rival, s));
  const inGroups = (rival: GroupRival) =>
    main.filter((row) => loses(row, rival)).map((row) => groupLoss(row, rival, s));
  return [
    words.backtestLosses.climatology(told([...atPoints('climatology'), ...inGroups('climatology')])),
    words.backtestLosses.elsewhere(
      told(others.map(({ by, group }) => `${words.backtestGroup[by]} ${group}`)),
    ),
    words.backtestLosses.commitment(told(atPoints('commitment'))),
    words.backtestLosses.prior(told([...atPoints('prior'), ...inGroups('prior')])),
  ];
}

type GroupRival = 'climatology' | 'prior';
type Rival = GroupRival | 'commitment';

/** Whether a score is worse, as printed. */
function loses<R extends string>(row: { evidence: Interval } & Record<R, number>, rival: R): boolean {
  return Number(three(row.evidence.value)) > Number(three(row[rival]));
}

function pointLoss(row: ScoreRow, rival: Rival, s: Strings): string {
  const own = backtestScreenWords(s);
  return own.backtestLoss({
    what: `${own.backtestPoint[row.point]} ${own.backtestMeasure[row.measure]}`,
    evidence: three(row.evidence.value),
    other: three(row[rival]),
  });
}

function groupLoss(row: GroupRow, rival: GroupRival, s: Strings): string {
  const own = backtestScreenWords(s);
  return own.backtestLoss({
    what: `${own.backtestGroup[row.by]} ${row.group} (${own.backtestCount(row.hubs)}), ${own.backtestMeasure[row.measure]}`,
    evidence: three(row.evidence.value),
    other: three(row[rival]),
  });
}

/** What may be said of the kinds of evidence, each with its gain, the noise of it and the hubs that had it: a sentence a verdict. */
export function kindSentences(kinds: readonly KindRow[], s: Strings): string[] {
  const own = backtestScreenWords(s);
  const listed = (keep: (row: KindRow) => boolean) =>
    kinds
      .filter(keep)
      .map((row) => `${row.kind} ${within(row.gain)} (${own.backtestCount(row.hubs)})`)
      .join('; ') || own.backtestNone;
  const say = own.backtestKindLists;
  return [
    say.helps(listed(({ verdict }) => verdict === 'helps')),
    say.promising(listed(({ verdict, gain }) => verdict === 'unclear' && gain.value >= SHOWN)),
    say.doubtful(listed(({ verdict, gain }) => verdict === 'unclear' && gain.value < SHOWN)),
    say.slight(listed(({ verdict }) => verdict === 'slight')),
    say.harms(listed(({ verdict }) => verdict === 'harms')),
    say.few(listed(({ verdict }) => verdict === 'few')),
  ];
}

/** Least gain that is printed as more than 0. */
const SHOWN = 0.0005;

/** Which words rest on few hubs, with the forecasts behind them. */
export function thinSentence(words: readonly WordRow[], s: Strings): string {
  const own = backtestScreenWords(s);
  const thin = words.filter(({ hubs }) => hubs < FEW_BEHIND_A_WORD);
  const each = thin.map(
    ({ word, forecasts, hubs }) => `${s.word[word]} ${own.backtestBehind(forecasts, hubs)}`,
  );
  return own.backtestThin(each.join('; ') || own.backtestNone);
}

/** A score and its middle 90 %, where there is more than one hub to resample. */
export function within({ value, low, high }: Interval): string {
  if (low === high) return three(value);
  return `${three(value)} (${three(low)} – ${three(high)})`;
}

/** A skill in whole per cent; below 0 where the base rate was better. */
export function skill(share: number): string {
  return `${Math.round(100 * share)} %`.replace('-0 %', '0 %');
}

/** A skill and its middle 90 %, where there is more than one hub to resample. */
export function skillWithin({ value, low, high }: Interval): string {
  if (low === high) return skill(value);
  return `${skill(value)} (${skill(low)} – ${skill(high)})`;
}

/** A score to three decimals. */
export function three(value: number): string {
  return value.toFixed(3).replace('-0.000', '0.000');
}
