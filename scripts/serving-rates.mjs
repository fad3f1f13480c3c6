// Writes data/workloads/rates.yaml, how fast every kind of chip serves a model, from the serving model. Usage: npm run rates
import { writeFileSync } from 'node:fs';
import { median } from '../dist/chips/figure.js';
import { filesIn } from '../dist/dossier/files.js';
import { loadData } from '../dist/dossier/folder.js';
import { requireModel } from '../dist/models/find.js';
import { parseServing } from '../dist/serving/parse.js';
import { ratedKinds, ratesText } from '../dist/serving/rate-file.js';
import { parseWorkloads } from '../dist/serving/workloads.js';
import { parseTrainingKnowledge } from '../dist/training/knowledge.js';

const data = loadData('data');
const { models, ...known } = parseTrainingKnowledge(data);
const { serving, faults } = parseServing(filesIn(data, 'serving'));
if (!serving) throw new Error(faults.map(({ what }) => what).join('\n'));
const model = requireModel(models, 'deepseek-v3');
const pace = median(parseWorkloads(filesIn(data, 'workloads')).workloads.service.pace.quantity);
const text = ratesText(model, ratedKinds(model, { ...known, serving }), { ...serving, pace });
writeFileSync('data/workloads/rates.yaml', text);
