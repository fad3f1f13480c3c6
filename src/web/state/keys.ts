import { useEffect, useRef } from 'preact/hooks';
import { firstMonth } from '../../dossier/first-month.ts';
import type { App } from '../context.ts';
import { decided, monthsOn, nextPrior, nextWorld, toggled } from './changes.ts';
import { isSingle, singleKeys } from './single-keys.ts';
import { screens } from './state.ts';

export interface Doors {
  keys(): void;
  tour(): void;
  close(): void;
  /** Focuses what a screen that was gone to will have. */
  focus(selector: string): void;
}

/** What a key does; false where it is left to the browser. */
export function press(key: string, app: App, doors: Doors): boolean {
  const { state, place, go, run } = app;
  const onScreen = place.at === 'screen';
  if (onScreen && /^[1-8]$/.test(key)) {
    go({ place: { at: 'screen', dossier: place.dossier, screen: screens[Number(key) - 1]! } });
    return true;
  }
  switch (key) {
    case '?':
      doors.keys();
      return true;
    case 'Escape':
      doors.close();
      return true;
    case '/':
      if (focusOn('[data-search]') || !onScreen) return true;
      go({ place: { at: 'screen', dossier: place.dossier, screen: 'evidence' } });
      doors.focus('main[data-screen="evidence"] [data-search]');
      return true;
    case 'j':
    case 'k':
      return chooseNext(key === 'j' ? 1 : -1, app);
  }
  if (!onScreen) return false;
  switch (key) {
    case 'p':
      go({ state: nextPrior(state) });
      app.did(0);
      return true;
    case 'x':
      if (app.chosen === '') return false;
      go({ state: toggled(state, app.chosen) });
      app.did(1);
      return true;
    case ' ':
      go({ state: nextWorld(state) }, state.world === null ? 'push' : 'replace');
      app.did(2);
      return true;
    case 'w': {
      const first = run.assessment?.quantities[0];
      if (first) app.why(first.id);
      return true;
    }
    case 'c':
      app.cite();
      return true;
    case 'd':
      return focusOn('[data-download]');
    case 'g':
      go({ place: { at: 'screen', dossier: place.dossier, screen: 'sites' } });
      doors.focus('main[data-screen="sites"] [data-item] a');
      return true;
    case 't':
      doors.tour();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      return aMonth(key === 'ArrowLeft' ? -1 : 1, app);
  }
  return false;
}

function aMonth(by: number, { state, go, run }: App): boolean {
  const own = run.dossier?.hub.asOf.text ?? run.assessment?.run.asOf;
  if (own === undefined) return false;
  const month = monthsOn((state.t || own).slice(0, 7), by);
  const first = run.dossier && firstMonth(run.dossier);
  if (first && month < first) return true;
  go({ state: decided(state, { t: month >= own.slice(0, 7) ? '' : month }) }, 'replace');
  return true;
}

function chooseNext(by: number, { chosen, choose }: App): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  if (items.length === 0) return false;
  const at = items.findIndex((item) => item.dataset.item === chosen);
  const next =
    items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by))]!;
  choose(next.dataset.item!);
  next.scrollIntoView({ block: 'nearest' });
  const focused = next.querySelector<HTMLElement>('a') ?? next.querySelector<HTMLElement>('button, input');
  (focused ?? next).focus({ preventScroll: true });
  return true;
}

function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}

/** How often, and how long, something is looked for on a screen that is still being fetched [ms]. */
const [AGAIN, LONGEST] = [50, 3000];

/** Focuses the first that is found, as soon as it is there. */
export function focusWhenThere(selector: string, waited = 0): void {
  setTimeout(() => {
    if (!focusOn(selector) && waited < LONGEST) focusWhenThere(selector, waited + AGAIN);
  }, AGAIN);
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Least pause between two worlds while space is held [ms]. */
const HOLD = 1500;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Keys of the whole app; while one types, only those that close. */
export function useKeys(app: App, doors: Doors): void {
  const now = useRef({ app, doors });
  now.current = { app, doors };
  useEffect(() => {
    let drawn = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const { target, key } = event;
      if (isSingle(key) && !singleKeys()) return;
      if (typing(target) && !(key === 'Escape' || (target as HTMLInputElement).type === 'checkbox')) return;
      const pressed = target instanceof HTMLElement && /^(BUTTON|SUMMARY)$/.test(target.tagName);
      if (pressed && key === ' ') return;
      if (target instanceof HTMLInputElement && target.type === 'checkbox' && key === ' ') return;
      if (event.repeat && key === ' ') {
        event.preventDefault();
        if (still() || Date.now() - drawn < HOLD) return;
      }
      if (key === ' ') drawn = Date.now();
      if (press(key, now.current.app, now.current.doors)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
