import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import type { Placement } from './placement.ts';

/** Ways to place a model on at most so many chips that fast links join. */
export function candidates(
  model: Architecture,
  { machine, chips, open }: { machine: Machine; chips: number; open: Omit<Placement, 'tensor' | 'data' | 'pipeline' | 'expertParallel'> },
): Placement[] {
  const experts = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts');
  const found: Placement[] = [];
  const heads = headsOf(model);
  for (let tensor = 1; tensor <= Math.min(chips, 8); tensor *= 2) {
    if (heads % tensor !== 0) continue;
    // Stages help where no fast links join the chips; elsewhere a tensor group keeps latency lower at the same rate.
    const stages = machine.domain === 1 ? Math.min(chips, 8) : 1;
    for (let pipeline = 1; tensor * pipeline <= stages || pipeline === 1; pipeline *= 2) {
      found.push({ ...open, tensor, data: 1, pipeline, expertParallel: false });
    }
  }
  if (experts) {
    for (let data = 2; data <= chips; data *= 2) found.push({ ...open, tensor: 1, data, pipeline: 1, expertParallel: true });
  }
  return found.filter(({ tensor }) => tensor <= Math.max(machine.domain, 8));
}

function headsOf({ layers }: Architecture): number {
  return layers.reduce((most, { mixer }) => {
    const heads = mixer && 'heads' in mixer ? mixer.heads : undefined;
    return heads === undefined ? most : Math.min(most, heads);
  }, 1024);
}
