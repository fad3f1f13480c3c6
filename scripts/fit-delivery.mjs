// Fits the model of delivery to the hubs of dossiers/known and writes data/installed/delivery.yaml. Usage: npm run fit
import { readFileSync, writeFileSync } from 'node:fs';
import { deliveryCase } from '../dist/backtest/known-hub.js';
import { knownHubs } from '../dist/cli/known-hubs.js';
import { parseJudgement } from '../dist/installed/delivery/delivery-file.js';
import { deliveryOf, deliveryText } from '../dist/installed/delivery/write-delivery.js';

const path = 'data/installed/delivery-prior.yaml';
const judgement = parseJudgement({ path, text: readFileSync(path, 'utf8') });
const cases = knownHubs('.').map(deliveryCase);
const delivery = deliveryOf(cases, judgement);
writeFileSync('data/installed/delivery.yaml', deliveryText(cases, delivery));
process.stderr.write(`fitted ${cases.length} hubs, log posterior ${delivery.fit.log.toFixed(3)}\n`);
