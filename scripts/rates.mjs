// Writes data/workloads/rates.yaml and training.yaml, how well every kind of chip serves and trains a model, from the models of
// src/serving and src/training. Usage: npm run rates
import { writeFileSync } from 'node:fs';
import { median } from '../dist/chips/figure.js';
import { filesIn } from '../dist/dossier/files.js';
import { loadData } from '../dist/dossier/folder.js';
import { requireModel } from '../dist/models/find.js';
import { parseServing } from '../dist/serving/parse.js';
import { ratedKinds, ratesText } from '../dist/serving/rate-file.js';
import { parseWorkloads } from '../dist/serving/workloads.js';
import { parseTrainingKnowledge } from '../dist/training/knowledge.js';
import { referenceRuns, referenceText } from '../dist/training/reference-runs.js';

const data = loadData('data');
const { models, ...known } = parseTrainingKnowledge(data);
const { serving, faults } = parseServing(filesIn(data, 'serving'));
if (!serving) throw new Error(faults.map(({ what }) => what).join('\n'));
const model = requireModel(models, 'deepseek-v3');
const asked = filesIn(data, 'workloads').filter(({ path }) => !/\/(?:rates|training)\.yaml$/.test(path));
const pace = median(parseWorkloads(asked).workloads.service.pace.quantity);
const text = ratesText(model, ratedKinds(model, { ...known, serving }), { ...serving, pace });
writeFileSync('data/workloads/rates.yaml', text);
writeFileSync('data/workloads/training.yaml', referenceText(model, referenceRuns(model, known)));
