import { knownBy } from '../sources/date.ts';
import type { PartialDate, Source } from '../sources/source.ts';
import type { DateCaution } from './assessment.ts';
import type { Plan } from './plan.ts';

/** What must be said where a run looks from a day that its dossier was not gathered for; null where nothing need be. */
export function dateCaution({
  dossier,
  asOf,
  world,
}: Pick<Plan, 'dossier' | 'asOf' | 'world'>): DateCaution | null {
  const { hub } = dossier;
  const days = asOf.to - hub.asOf.to;
  if (days > 0) {
    const { en, zh } = span(days);
    return {
      about: 'later',
      dossier: hub.asOf.text,
      says: {
        en: `${asOf.text} ends ${en} after ${hub.asOf.text}, the date of this dossier: nothing that came out since is in it, and supply and progress are carried on beyond what is known. This is a projection, no verdict on that day.`,
        zh: `${asOf.text}的末日比本卷宗日期${hub.asOf.text}晚${zh}：其后公布的内容均未收录，供应与进度只是外推。这是推演，不是对那一天的判断。`,
      },
    };
  }
  const data = newestRead(world.sources.values());
  if (data && asOf.to > data.to + GOES_ON) {
    const { en, zh } = span(asOf.to - data.to);
    return {
      about: 'later',
      dossier: hub.asOf.text,
      says: {
        en: `${asOf.text} ends ${en} after ${data.text}, when the newest source of Sandtable's own data was read: supply, prices and rules are carried on beyond what is known. This is a projection, no verdict on that day.`,
        zh: `${asOf.text}的末日比沙盘自带数据的最新来源（${data.text}读取）晚${zh}：供应、价格与规则只是外推。这是推演，不是对那一天的判断。`,
      },
    };
  }
  const claim = hub.claims.find(({ says }) => says.accelerators);
  if (!claim || knownBy(claim.published, asOf)) return null;
  return {
    about: 'before-claim',
    dossier: hub.asOf.text,
    says: {
      en: `The claim of ${claim.says.accelerators!.text} accelerators was published on ${claim.published.text}, later than ${asOf.text}: the fleet asked about is what was claimed by then, in sum over the sites known by then.`,
      zh: `${claim.says.accelerators!.text}张加速卡的宣称于${claim.published.text}公布，晚于${asOf.text}：此处所问的规模是当时已知宣称的合计。`,
    },
  };
}

/** Days by which supply and prices may be carried on beyond the data without a word; judged. */
const GOES_ON = 365;

/** Latest day on which a source was read, or where nobody wrote that down, published. */
function newestRead(sources: Iterable<Pick<Source, 'accessed' | 'published'>>): PartialDate | undefined {
  let newest: PartialDate | undefined;
  for (const { accessed, published } of sources) {
    const read = accessed ?? published;
    if (!newest || read.to > newest.to) newest = read;
  }
  return newest;
}

const units = [
  { days: 365.25, en: 'year', zh: '年' },
  { days: 30.44, en: 'month', zh: '个月' },
  { days: 1, en: 'day', zh: '天' },
] as const;

/** A number of days in the largest unit of which there are two or more. */
function span(days: number): { en: string; zh: string } {
  const unit = units.find((one) => days >= 2 * one.days) ?? units[2];
  const count = Math.round(days / unit.days);
  return { en: `${count} ${unit.en}${count === 1 ? '' : 's'}`, zh: `${count}${unit.zh}` };
}
