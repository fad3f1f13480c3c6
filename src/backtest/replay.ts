import type { World } from '../assessment/knowledge.ts';
import type { Delivery } from '../installed/delivery/delivery-file.ts';
import { deliveryOf } from '../installed/delivery/write-delivery.ts';
import { parsePartialDate } from '../sources/date.ts';
import { type Forecast, type Forecasts, forecast } from './forecast.ts';
import { deliveryCase, type KnownHub } from './known-hub.ts';

export const points = ['p1', 'p2', 'p3'] as const;
export type Point = (typeof points)[number];

/** One hub looked at from one day: by date published, and by the date of the page that was read. */
export interface Replayed {
  hub: KnownHub;
  point: Point;
  /** Day looked back from, days since 1970-01-01. */
  day: number;
  ordinary: Forecasts;
  strict: Forecasts;
}

export interface ReplayOptions {
  /** Hubs that are forecast. */
  hubs: readonly KnownHub[];
  /** Hubs that the model of delivery is fitted to, each left out of its own forecast. */
  fitted: readonly KnownHub[];
  world: World;
  /** Takes the share that is done. */
  watch?: (share: number) => void;
}

/** Forecasts every hub at each of its fixed days, by a model that was fitted to the others. */
export function replayHubs({ hubs, fitted, world, watch = () => {} }: ReplayOptions): Replayed[] {
  const without = leavingOut(fitted, world.delivery);
  return hubs.flatMap((hub, i) => {
    watch(i / hubs.length);
    return replayHub(hub, { ...world, delivery: without(hub.dossier.id) });
  });
}

function replayHub(hub: KnownHub, world: World): Replayed[] {
  let prior: Forecast | undefined;
  return points.flatMap((point) => {
    const text = hub.outcome.asOf[point];
    if (!text) return [];
    const day = dayOf(text);
    const ordinary = forecast(hub, world, { day, strict: false, ...(prior && { prior }) });
    prior ??= ordinary.prior;
    const late = hub.dossier.evidence.some(
      (item) => ordinary.items.some(({ id }) => id === item.id) && isLate(hub, item, day),
    );
    const strict = late ? forecast(hub, world, { day, strict: true, prior }) : ordinary;
    return [{ hub, point, day, ordinary, strict }];
  });
}

/** Whether the page that an item was read from came out after the day. */
function isLate({ dossier }: KnownHub, item: KnownHub['dossier']['evidence'][number], day: number): boolean {
  const read = dossier.sources.get(item.source)?.published;
  return read !== undefined && read.to > day;
}

/** Fits that leave one hub out, made when asked for; a hub the model was not fitted to is forecast by all of them. */
function leavingOut(fitted: readonly KnownHub[], whole: Delivery): (id: string) => Delivery {
  const cases = fitted.map(deliveryCase);
  return (id) => {
    const others = cases.filter((one) => one.id !== id);
    return { ...whole, ...deliveryOf(others, whole.judgement, whole.fit) };
  };
}

function dayOf(text: string): number {
  const date = parsePartialDate(text);
  return 'to' in date ? date.to : 0;
}
