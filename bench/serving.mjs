// Speed of placing a model for serving, on one core.
//
//   npm run build && node bench/serving.mjs
//
// An estimate is one placement with one batch: weights, cache, prefill and decode of every layer, exchanges, the steady
// rate and both latencies. Every search starts from nothing, as a question does: model and placements are compiled anew in it,
// and what its placements share is compiled once. The best of five rounds of half a second is told, after code has been
// compiled to machine code as that of a running server or app is. Quoted of GenZ (github.com/abhibambhaniya/GenZ-LLM-Analyzer,
// Python, 2026-11): 0.165 s for an estimate of decoding, `decode_moddeling` of Llama 3.1 70B on two H100; not run again
// here.
//
// Answers under limits are told whole, the least of seven: a search, and the simulations of the best of both ways.
//
// Processor time is what is compared: wall time of a shared machine says little.
import { readFileSync } from 'node:fs';
import { loadData } from '../dist/dossier/folder.js';
import { parseServingKnowledge } from '../dist/serving/knowledge.js';
import { searchPlacements } from '../dist/serving/search.js';
import { answerServing, servingTask } from '../dist/serving/serve.js';
import { limited, limitedQuestion, questions, taskOf } from './serving-questions.mjs';

const write = (line) => process.stdout.write(`${line}\n`);
const quoted = 0.165;
const round = 0.5;
const wanted = 100_000;
const root = new URL('..', import.meta.url);
const knowledge = parseServingKnowledge(
  loadData(new URL('data', root).pathname),
  readFileSync(new URL('data/published/serving-runs.csv', root), 'utf8'),
);

/** Placements a second of processor time in one round. */
function once(task) {
  const start = process.cpuUsage();
  let counted = 0;
  let seconds = 0;
  while (seconds < round) {
    counted += searchPlacements(task).counted;
    seconds = process.cpuUsage(start).user / 1e6;
  }
  return counted / seconds;
}

const speeds = questions.map((question) => {
  const { task, name } = taskOf(question, { knowledge, servingTask });
  return { name, speed: Math.max(...Array.from({ length: 5 }, () => once(task))) };
});
for (const { name, speed } of speeds) {
  const ratio = Math.round(speed * quoted).toLocaleString('en-US');
  write(
    `${name}: ${Math.round(speed).toLocaleString('en-US')} placements a second, ${ratio} times GenZ as quoted`,
  );
}
const least = Math.min(...speeds.map(({ speed }) => speed));
write(`target ${wanted.toLocaleString('en-US')}: ${least >= wanted ? 'met' : 'missed'}`);
process.exitCode = least >= wanted ? 0 : 1;

const instant = 100;

/** Processor time of one answer [ms]. */
function answered(question) {
  const start = process.cpuUsage();
  answerServing(question, knowledge);
  return process.cpuUsage(start).user / 1000;
}

for (const one of limited) {
  const { question, name } = limitedQuestion(one, knowledge);
  const took = Math.min(...Array.from({ length: 7 }, () => answered(question)));
  write(`${name}: ${took.toFixed(0)} ms (target ${instant}: ${took <= instant ? 'met' : 'missed'})`);
}
