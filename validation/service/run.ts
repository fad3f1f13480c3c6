// Scores the simulation of services and prints the page docs/reference/service-validation.md.
//   npm run validate:service
import { filesIn } from '../../src/dossier/files.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { requireModel } from '../../src/models/find.ts';
import { parseServing } from '../../src/serving/parse.ts';
import { parseWorkloads, shapeOf } from '../../src/serving/workloads.ts';
import { parseTrainingKnowledge } from '../../src/training/knowledge.ts';
import { dayTable } from './day.ts';
import { queueTable } from './queues.ts';
import { serviceTables, stepTable } from './services.ts';
import { dispersionTable, lengthTable } from './traces.ts';

const data = loadData('data');
const { models, training } = parseTrainingKnowledge(data);
const { serving } = parseServing(filesIn(data, 'serving'));
const { workloads } = parseWorkloads(filesIn(data, 'workloads'));
const model = requireModel(models, 'llama-3.1-70b');
const machine = training.machines.get('h200-sxm')!;
const shapes = [...workloads!.requests.values()].map(shapeOf);

process.stdout.write(`# How well a service is simulated

Written by \`npm run validate:service\`; do not edit. Nothing here is fitted.

## Queues whose waits are known

${queueTable()}

Mean wait over the mean time of service, 400,000 requests; the error is that of the simulation. Exact by Pollaczek and
Khinchine for one server, by Erlang for several.

## Shapes of public traces

Requests are drawn from quantiles and two spreads of the Azure traces of 2023: their shape is replayed, not the traces. Lengths of prompts and
answers of a request are independent in both (rank correlation −0.02 and 0.07).

${lengthTable(shapes)}

Variance over mean of the number of requests in a window, which is 1 for a Poisson process at every length:

${dispersionTable(shapes)}

Conversations are as bursty as the trace at every scale. Gaps of code completion are more clustered within a second than its
trace, by a factor of two; over ten seconds and more they are as bursty.

## The closed form against the simulation

${model.name} in eight bits on four H200 (together), and with two instances that read beside two that write (split), at shares
of the highest rate that the closed form finds. Time to the first token in milliseconds, mean and 99th percentile; time
between tokens in milliseconds.

${stepTable({ model, machine, constants: serving!.constants })}

Steps of one engine with 1,024 tokens in sight, in milliseconds; a test holds them and the day below to the model as it is.

${serviceTables({ model, machine, constants: serving!.constants, shapes })}

The closed form is for searches. Under random arrivals it takes the time to the first token to within a third, and the time
between tokens of conversations to within a tenth. Answers of a dozen tokens spend most of their time beside the prompts of
others: for code that is read and written on the same instances the time between tokens is up to three times what it says.
Of minutes that are busier than others it knows how much their requests vary (a robust queue), not how a service that has
fallen behind writes more slowly: there its time to the first token is off by up to a factor of fifteen, mostly too short.
\`sandtable serve --slo\` therefore uses it only to choose a placement; the load that keeps the target is simulated.

## A published day

${dayTable(workloads!)}

DeepSeek wrote 168 thousand million tokens on 226.75 nodes on the average of 27 and 28 February 2025.

[How well serving is predicted](serving-validation.md) finds about as much from DeepSeek's own engine of early 2025 at its own pace; here the rates are those of
\`data/workloads/rates.yaml\`, of open software of late 2025 at 50 ms on at most 72 chips (DeepSeek wrote on 144).
`);
