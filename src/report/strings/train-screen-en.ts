import type { MemoryUse } from '../../training/memory.ts';

/** What the terminal says of it, and the app does not. */
export const trainScreenEn = {
  eighty: '8 in 10',
  hardware: 'hardware',
  counted: '“hardware” counts all attention and the forward pass again, as with full recomputation',
  narrowed: (format: string, times: string): string =>
    `products in ${format} have ${times} times the peak that shares are of, which can pass 100 % so`,
  sixN: '6 N',
  timeHead: 'where the time goes',
  memoryPart: {
    weights: 'weights',
    gradients: 'gradients',
    optimiser: 'optimiser',
    activations: 'activations',
    buffers: 'buffers',
    overhead: 'overhead',
  } satisfies Record<Exclude<keyof MemoryUse, 'total'>, string>,
  goodput: 'time that counts',
  failures: (between: string, checkpoint: string): string =>
    `a failure every ${between}, a checkpoint every ${checkpoint}`,
  lease: 'rent of the chips',
  frontHead: 'faster or smaller: no plan beats these in both',
  figureMemory: (model: string, chips: string): string => `Memory by stage: ${model} on ${chips}`,
  figureScaling: (model: string, chip: string): string => `Tokens a second of ${model} by number of ${chip}`,
};
