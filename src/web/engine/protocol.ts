import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import type { LiveFigures, OneWorld } from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Fault } from '../../errors/fault.ts';
import type { Figure } from '../../report/figures/figure.ts';

/** Texts of files by path. */
export type Texts = Readonly<Record<string, string>>;

/** What decides the draws of a run; prior and dropped items only reweight them. */
export interface Basis {
  dossier: string;
  asOf?: string;
  set: Readonly<Record<string, string>>;
  seed?: number;
  draws?: number;
}

/** Pictures of the world that only the worker has read: rules, chips through time, supply. */
export interface FigureWish {
  of: 'thresholds' | 'timeline' | 'supply' | 'runs';
  /** Day, `2026-11-23`. */
  on: string;
  chips: readonly string[];
  assessment?: Assessment;
  options: { width: number; language: 'en' | 'zh-CN'; bare: boolean };
}

/** Answer to a what-if. */
export interface Answered {
  figures: LiveFigures;
  /** Where they were asked for: no screen but those of the sites shows them, and they cost as much as all else. */
  sites?: readonly SiteResult[];
  /** Drawn again, where reweighting cannot be trusted. */
  redrawn: boolean;
  milliseconds: number;
}

/** From the page to the worker. */
export type Asked =
  | { type: 'open'; ask: number; basis: Basis; drop: readonly string[]; draft?: Texts }
  | { type: 'world'; ask: number; change: WhatIf; n: number }
  | { type: 'figure'; ask: number; wish: FigureWish }
  | { type: 'imagine'; ask: number; change: WhatIf; sites: boolean }
  | { type: 'cancel'; ask: number };

/** From the worker to the page. */
export type Told =
  | { type: 'ready'; ask: 0 }
  | { type: 'progress'; ask: number; share: number }
  | { type: 'dossier'; ask: number; dossier: Dossier }
  | { type: 'figure'; ask: number; figure: Figure | null }
  | { type: 'world'; ask: number; world: OneWorld }
  | {
      type: 'opened';
      ask: number;
      run: string;
      digest: string;
      items: readonly string[];
      milliseconds: number;
    }
  | { type: 'answered'; ask: number; answered: Answered }
  | { type: 'redrawing'; ask: number; share: number }
  | { type: 'cancelled'; ask: number }
  | { type: 'failed'; ask: number; faults: readonly Fault[] };

/** A name for a basis: equal for equal draws. */
export function keyOf({ dossier, asOf, set, seed, draws }: Basis): string {
  const sorted = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([dossier, asOf ?? '', sorted, seed ?? '', draws ?? '']);
}
