import type { Architecture } from '../models/architecture.ts';
import { parametersOf } from '../models/parameters.ts';
import type { Constants } from './constants.ts';
import type { Machine } from './machine.ts';
import { type MemoryUse, memoryUse } from './memory.ts';
import type { MemoryConstants } from './memory-constants.ts';
import { modelTime } from './model-time.ts';
import type { Plan } from './plan.ts';
import { type StepTime, stepTime } from './step.ts';

/** Time and memory of one step of a plan. */
export interface Evaluation {
  step: StepTime;
  memory: MemoryUse;
}

/** Numbers that a plan is evaluated with. */
export interface Numbers {
  constants: Constants;
  memory: MemoryConstants;
}

/** Time of a step and memory of the fullest chip, for a plan that `checkPlan` accepts. */
export function evaluate(
  model: Architecture,
  plan: Plan,
  { machine, numbers }: { machine: Machine; numbers: Numbers },
): Evaluation {
  const counts = parametersOf(model);
  const { constants } = numbers;
  const times = modelTime(model, { plan, machine, constants });
  return {
    step: stepTime({ model, counts, machine, constants, plan, times }),
    memory: memoryUse({ model, counts, plan, constants: numbers.memory }),
  };
}
