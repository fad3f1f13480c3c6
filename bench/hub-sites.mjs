// The hub of the benchmark: 39 invented sites, ten uncertain quantities each, every one with its own distribution.
// chips = min(claimed x delivered x fill, MW x hook-up x 1000 / (PUE x kW per chip)); a site's work is
// chips x PFLOP/s x utilisation x availability; the hub is the sum.
export const sites = Array.from({ length: 39 }, (_, i) => ({
  claimed: [Math.log(i === 0 ? 80_000 : 400 + 37 * i), 0.3 + 0.004 * i], // lognormal, accelerators
  delivered: [2 + 0.05 * i, 4], // beta
  fill: [6, 3 + 0.03 * i], // beta
  megawatts: [Math.log(i === 0 ? 90 : 1.2 + 0.05 * i), 0.25 + 0.003 * i], // lognormal, MW
  hookup: [5, 2 + 0.04 * i], // beta
  pue: [1.25 + 0.001 * i, 0.03], // normal
  kilowatts: [Math.log(1.2 + 0.002 * i), 0.08], // lognormal, kW per accelerator at the wall of the hall
  petaflops: [90 + i, 0.989 / (90 + i)], // gamma (shape, scale), dense BF16 PFLOP/s per accelerator
  utilisation: [12, 18 + 0.2 * i], // beta
  availability: [40, 3 + 0.05 * i], // beta
}));

export const families = {
  claimed: 'lognormal',
  delivered: 'beta',
  fill: 'beta',
  megawatts: 'lognormal',
  hookup: 'beta',
  pue: 'normal',
  kilowatts: 'lognormal',
  petaflops: 'gamma',
  utilisation: 'beta',
  availability: 'beta',
};
