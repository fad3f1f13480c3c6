import type { OneWorld } from '../../assessment/live.ts';
import type { WhatIf } from '../../assessment/what-if.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Fault } from '../../errors/fault.ts';
import type { Figure } from '../../report/figures/figure.ts';
import type { Answered, Asked, Basis, FigureWish, Texts, Told } from './protocol.ts';
import { keyOf } from './protocol.ts';

/** How far the worker is. */
export type EngineState =
  | { is: 'idle' }
  | { is: 'drawing'; key: string; share: number }
  | { is: 'open'; key: string; run: string; digest: string; milliseconds: number }
  | { is: 'failed'; key: string; faults: readonly Fault[] };

export interface Heard {
  state(state: EngineState): void;
  answered(answered: Answered): void;
  /** Share done of drawing again, 0 to 1; null where that was given up. */
  redrawing(share: number | null): void;
  world(world: OneWorld): void;
  dossier(dossier: Dossier): void;
}

/** Something that messages can be sent to: a worker, or its double in a test. */
export interface Line {
  postMessage(message: Asked): void;
  addEventListener(type: 'message', listener: (event: { data: Told }) => void): void;
}

export interface Opening {
  /** Items whose reweighting cannot be trusted: drawn without. */
  drop?: readonly string[];
  /** Texts that replace those on disk. */
  draft?: Texts;
  /** Changes with what is on disk, so that the same basis is drawn again. */
  mark?: string;
}

/** The page's end of the worker: keeps one run open, and only hears the newest answer. */
export class Engine {
  private asks = 0;
  private opening = 0;
  private newest = 0;
  private drawing = false;
  private key = '';
  private waiting: Asked[] | null = [];
  private readonly pictures = new Map<number, (figure: Figure | null) => void>();
  private readonly line: Line;
  private readonly heard: Heard;

  constructor(line: Line, heard: Heard) {
    this.line = line;
    this.heard = heard;
    line.addEventListener('message', ({ data }) => {
      if (data.type === 'ready') this.deliver();
      else this.hear(data);
    });
  }

  /** A worker hears nothing before its script has run: messages wait until it says that it is there. */
  private send(message: Asked): void {
    if (this.waiting) this.waiting.push(message);
    else this.line.postMessage(message);
  }

  private deliver(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const message of waiting) this.line.postMessage(message);
  }

  /** Opens a run, unless it is open or being drawn. */
  open(basis: Basis, { drop = [], draft, mark = '' }: Opening = {}): void {
    const key = `${keyOf(basis)}${drop.join(' ')}${mark}`;
    if (key === this.key) return;
    this.key = key;
    this.opening = ++this.asks;
    this.drawing = true;
    this.heard.state({ is: 'drawing', key, share: 0 });
    this.send({ type: 'open', ask: this.opening, basis, drop, ...(draft && { draft }) });
  }

  /** Asks what would be so; the answer comes again where it is drawn again. */
  imagine(change: WhatIf, sites = false): void {
    this.newest = ++this.asks;
    this.send({ type: 'imagine', ask: this.newest, change, sites });
  }

  /** Draws one world; the answer is only heard while nothing newer was asked. */
  world(change: WhatIf, n: number): void {
    this.newest = ++this.asks;
    this.send({ type: 'world', ask: this.newest, change, n });
  }

  /** Has the worker draw a picture of the world; null where there is nothing to draw. */
  figure(wish: FigureWish): Promise<Figure | null> {
    const ask = ++this.asks;
    return new Promise((resolve) => {
      this.pictures.set(ask, resolve);
      this.send({ type: 'figure', ask, wish });
    });
  }

  /** Gives up what is being drawn, and what is being drawn again; what is open stays open. */
  cancel(): void {
    if (this.newest > 0) this.send({ type: 'cancel', ask: this.newest });
    if (!this.drawing) return;
    this.send({ type: 'cancel', ask: this.opening });
    this.key = '';
  }

  private hear(told: Exclude<Told, { type: 'ready' }>): void {
    const picture = this.pictures.get(told.ask);
    if (picture) {
      this.pictures.delete(told.ask);
      picture(told.type === 'figure' ? told.figure : null);
      return;
    }
    switch (told.type) {
      case 'answered':
        if (told.ask === this.newest) this.heard.answered(told.answered);
        return;
      case 'redrawing':
        if (told.ask === this.newest) this.heard.redrawing(told.share);
        return;
      case 'world':
        if (told.ask === this.newest) this.heard.world(told.world);
        return;
      case 'dossier':
        if (told.ask === this.opening) this.heard.dossier(told.dossier);
        return;
      case 'figure':
        return;
      default:
        if (told.ask === this.opening) this.hearOpening(told);
        else if (told.ask === this.newest) this.heard.redrawing(null);
    }
  }

  private hearOpening(told: Extract<Told, { type: 'progress' | 'cancelled' | 'failed' | 'opened' }>): void {
    const { key, heard } = this;
    this.drawing = told.type === 'progress';
    if (told.type === 'progress') heard.state({ is: 'drawing', key, share: told.share });
    else if (told.type === 'cancelled') heard.state({ is: 'idle' });
    else if (told.type === 'failed') {
      this.key = '';
      heard.state({ is: 'failed', key, faults: told.faults });
    } else {
      const { run, digest, milliseconds } = told;
      heard.state({ is: 'open', key, run, digest, milliseconds });
    }
  }
}
