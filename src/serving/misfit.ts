import { wholePower } from '../elementary/whole-power.ts';
import { error, type Fault } from '../errors/fault.ts';
import { inTurn, type Message, say } from '../errors/message.ts';
import { precisions } from '../training/machine.ts';
import type { ServingEngine } from './engine.ts';
import { formatsFor } from './formats.ts';
import { placeModel } from './placed-engine.ts';
import { mostSequences } from './steady.ts';
import { type ServingTask, waysOf } from './ways.ts';
import { heldBytes, sequenceBytes } from './weights.ts';

/** ST-V003: the weights of a model, or the cache of one request, fit no placement; with what helps. */
export function misfit(task: ServingTask): Fault {
  const { model, machine, chips } = task;
  const smallest = { ...task, load: { ...task.load, inputTokens: 1, outputTokens: 1 } };
  if (isHeld(smallest)) return tooLong(task);
  const what = say('{model} does not fit {chips} x {chip} in any placement.', {
    ...{ model: model.name, chips, chip: machine.name },
  });
  return error('ST-V003', what, moreRoom(task));
}

/** A request whose cache no placement has room for. */
function tooLong(task: ServingTask): Fault {
  const { model, machine, chips, load, open } = task;
  const tokens = load.inputTokens + load.outputTokens;
  const whole = { ...open, tensor: 1, data: 1, pipeline: 1, expertParallel: false };
  const gigabytes = Number((heldBytes(sequenceBytes(model, whole), tokens) / 1e9).toPrecision(3));
  const what = say(
    'A request of {tokens} tokens has {gigabytes} GB of cache, and no placement of {model} on {chips} x {chip} has room for it.',
    { tokens: grouped(tokens), gigabytes, model: model.name, chips, chip: machine.name },
  );
  const shorter = say('Ask for at most {tokens} tokens, prompt and answer together.', {
    tokens: grouped(longestRequest(task)),
  });
  const needed = leastChips(task);
  return error(
    'ST-V003',
    what,
    needed === undefined
      ? shorter
      : inTurn(shorter, say('{chips} chips have room for it.', { chips: needed })),
  );
}

const grouped = (value: number) => value.toLocaleString('en');

/** Tokens of the longest request that some placement holds, to two digits. */
function longestRequest(task: ServingTask): number {
  let [low, high] = [2, task.load.inputTokens + task.load.outputTokens];
  while (high > 1.005 * low) {
    const middle = Math.sqrt(low * high);
    const load = { ...task.load, inputTokens: middle - 1, outputTokens: 1 };
    if (isHeld({ ...task, load })) low = middle;
    else high = middle;
  }
  const digit = wholePower(10, Math.max(0, String(Math.floor(low)).length - 2));
  return Math.floor(low / digit) * digit;
}

/** What helps a model that does not fit: as many chips as hold it, and narrower weights where these chips then hold it. */
function moreRoom(task: ServingTask): Message {
  const { chips, model, open } = task;
  const needed = leastChips(task);
  const narrower = precisions
    .slice(precisions.indexOf(open.formats.experts) + 1)
    .find(
      (format) =>
        (leastChips({ ...task, open: { ...open, formats: formatsFor(model, format) } }) ?? Infinity) <= chips,
    );
  const narrow = narrower && say('Narrower weights fit: `--precision {format}`.', { format: narrower });
  if (needed !== undefined) {
    const more = say('Ask for {chips} chips or more.', { chips: needed });
    return narrow ? inTurn(more, narrow) : more;
  }
  const none = say(
    'No number of these chips holds it as models are placed here: choose chips with more memory.',
  );
  return narrow ? inTurn(none, narrow) : none;
}

/** Chips with which every placement is tried that more chips could bring. */
const manyChips = 1024;

/** The fewest chips that hold a model and one request; undefined where no number of them does. */
function leastChips(task: ServingTask): number | undefined {
  const sizes = holding({ ...task, chips: manyChips }).map(({ chips }) => chips);
  return sizes.length > 0 ? Math.min(...sizes) : undefined;
}

function isHeld(task: ServingTask): boolean {
  return holding(task).length > 0;
}

/** Engines of the placements that hold the model and one request. */
function holding(task: ServingTask): ServingEngine[] {
  const { model, machine, constants, load } = task;
  return waysOf(task)
    .map((placement) => placeModel(model, { placement, machine, constants }))
    .filter((engine) => mostSequences(engine, load) >= 1);
}
