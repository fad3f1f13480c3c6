import { ColumnMemory } from '../stats/column-memory.ts';
import { removalWasm } from './removal.wasm.ts';

/** Addresses throughout; scripts/kernels/removal.as.ts says what it does. */
interface RemovalKernel {
  sumWithout(
    ...args: [
      ...columns: [log: number, weights: number, classes: number, answers: number, n: number],
      ...sums: [byClass: number, byAnswers: number],
    ]
  ): void;
}

/** Weighted draws, the class of each, and a bit for each question that it answers yes. */
export interface Judged {
  weights: Float64Array;
  classes: Uint8Array;
  answers: Uint8Array;
}

/** Sums over draws from whose weights an item was taken out. */
export interface Without {
  /** 1 / likelihood of the item by draw; valid until another item is left out. */
  ratios: Float64Array;
  /** Weight / likelihood by class, and by set of answers. */
  classes: Float64Array;
  answers: Float64Array;
}

/** Leaves items out of judged draws, one after the other, by reweighting: w / L, L an item's likelihood over its noise. */
export class Removal {
  private readonly memory = new ColumnMemory<RemovalKernel>(removalWasm);
  private readonly at: { weights: number; classes: number; answers: number };
  private readonly room: Without;

  /** @param sizes one past the highest class, and set of answers */
  constructor({ weights, classes, answers }: Judged, sizes: { classes: number; answers: number }) {
    const { memory } = this;
    const draws = weights.length;
    memory.restart(8 * (2 * draws + sizes.classes + sizes.answers) + 2 * (draws + 8));
    this.at = {
      weights: memory.put(weights),
      classes: memory.put(classes),
      answers: memory.put(answers),
    };
    this.room = {
      ratios: memory.floats(draws),
      classes: memory.floats(sizes.classes),
      answers: memory.floats(sizes.answers),
    };
  }

  /** @param log log likelihood of the item by draw */
  without(log: Float64Array): Without {
    const { ratios, classes, answers } = this.room;
    const { at } = this;
    ratios.set(log);
    classes.fill(0);
    answers.fill(0);
    this.memory.kernel.sumWithout(
      ...[ratios.byteOffset, at.weights, at.classes, at.answers, log.length],
      ...[classes.byteOffset, answers.byteOffset],
    );
    return { ratios, classes: classes.slice(), answers: answers.slice() };
  }
}
