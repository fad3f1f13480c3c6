import { load } from './load.ts';
import { priors } from './priors.ts';
import { fitConstants, residuals, resolve } from './fit-constants.ts';
const loaded = load();
console.log(loaded.rows.length, loaded.left);
const mode = process.argv[2];
let constants = priors;
if (mode === 'fit') { const t=Date.now(); const made = fitConstants(loaded.rows, loaded, { rounds: 12, passes: 2 }); constants = made.constants; console.log('rms', made.rms, Date.now()-t); console.log(JSON.stringify(constants)); }
const resolved = resolve(loaded.rows, loaded, constants);
const r = residuals(resolved, loaded, constants);
const groups = new Map<string, number[]>();
resolved.forEach(({ row, placement }, i) => {
  for (const key of [`src ${row.source} `, `grp ${row.source.slice(0,20)} | ${row.name} | ${row.chip} | ${row.measured}`, `fam ${loaded.machines.get(row.chip)!.family}`, 'all']) groups.set(key, [...(groups.get(key) ?? []), r[i]!]);
  if (process.argv[3]) console.log([row.id, row.source.slice(0,12), row.name, row.chip, row.chips, row.precision, row.phase.slice(0,12), `${row.load.inputTokens}/${row.load.outputTokens}`, row.batch ?? '', `t${placement.tensor}d${placement.data}p${placement.pipeline}`, row.rate.toFixed(0), (row.rate * Math.exp(r[i]!)).toFixed(0), (100*(Math.exp(r[i]!)-1)).toFixed(0)+'%'].join(' '));
});
for (const [k, v] of [...groups].sort()) console.log(k.padEnd(80), v.length, (100*v.reduce((s,x)=>s+Math.abs(Math.exp(x)-1),0)/v.length).toFixed(1), (100*v.reduce((s,x)=>s+Math.exp(x)-1,0)/v.length).toFixed(1));
if (mode === 'cv') {
  const { crossValidate, groupOf } = await import('./cross-validate.ts');
  const t = Date.now();
  const scored = crossValidate(loaded.rows, loaded, { folds: 12, rounds: 8, watch: (l) => console.error(l) });
  const g = new Map<string, number[]>();
  for (const { row, error } of scored) for (const k of ['all', 'fam ' + loaded.machines.get(row.chip)!.family, 'src ' + row.source, 'grp ' + groupOf(row)+' '+row.measured]) g.set(k, [...(g.get(k) ?? []), error]);
  console.log('CV', (Date.now() - t) / 1000);
  for (const [k, v] of [...g].sort()) console.log('CV ' + k.padEnd(80), v.length, (100*v.reduce((s,x)=>s+Math.abs(Math.exp(x)-1),0)/v.length).toFixed(1), (100*v.reduce((s,x)=>s+Math.exp(x)-1,0)/v.length).toFixed(1));
}
