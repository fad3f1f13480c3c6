import { describe, expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import { requireChip } from '../../src/chips/find.ts';
import { chainDistributions, facilityPower, ratedPower } from '../../src/site/power.ts';
import { type ChainParameters, powerChain } from '../../src/site/power-chain.ts';
import type { PublishedSite } from '../../src/site/site-model.ts';
import { yearlyPue } from '../../src/site/yearly-pue.ts';
import { catalogue } from '../chips/data.ts';
import { site } from './data.ts';

const chip = (name: string) => requireChip(catalogue, name);
const middle = (name: string) => ratedPower(site, catalogue, chip(name)).quantile(0.5);

describe('ratedPower', () => {
  it('is that of the server as its maker rates it', () => {
    expect(middle('h100') * 8).toBeCloseTo(10_200, 6);
    expect(middle('b200') * 8).toBeCloseTo(14_300, 6);
    expect(middle('gb200') / 1_750).toBeCloseTo(1, 2);
  });

  it('adds a host to a chip without a described server, and stays wide for a chip without a power', () => {
    expect(middle('h100-pcie')).toBeGreaterThan(350 + 200);
    expect(middle('h100-pcie')).toBeLessThan(350 + 600);
    const unknown = ratedPower(site, catalogue, chip('kunlun-p800'));
    expect(unknown.quantile(0.95) / unknown.quantile(0.05)).toBeGreaterThan(1.8);
  });
});

describe('yearlyPue', () => {
  it('covers the plants reported for the plateau and desert, 1.17 and 1.25, and never falls below 1', () => {
    const qinghai = yearlyPue(site, { region: 'qinghai' });
    expect(qinghai.quantile(0.25)).toBeLessThan(1.17);
    expect(qinghai.quantile(0.75)).toBeGreaterThan(1.17);
    expect(yearlyPue(site, { region: 'xinjiang' }).cdf(1.25)).toBeLessThan(0.8);
    expect(yearlyPue(site, { region: 'xinjiang' }).quantile(0)).toBeGreaterThanOrEqual(1);
  });

  it('reads a place nobody described as `other`', () => {
    expect(yearlyPue(site, { region: 'tennessee' }).mean).toBe(yearlyPue(site, { region: 'other' }).mean);
  });
});

describe('facilityPower', () => {
  it('is between the metered node, 1.05 kW, and a Hopper site grant, 1.5 kW, for an H100 in training', () => {
    const each = facilityPower(site, catalogue, { chip: chip('h100'), region: 'other' });
    expect(each.quantile(0.5)).toBeGreaterThan(1_050);
    expect(each.quantile(0.5)).toBeLessThan(1_500);
    const shared = facilityPower(site, catalogue, { chip: chip('h100'), region: 'other', workload: 'mixed' });
    expect(shared.mean).toBeLessThan(each.mean);
  });
});

/** Middle values of the chain, up to where the published number stands. */
function stepsFor({ level }: PublishedSite): ChainParameters {
  const drawn = chainDistributions(site, { region: 'other' });
  const [peakShare, clusterOverhead, diversity, pue] = [
    drawn.peakShare,
    drawn.clusterOverhead,
    drawn.diversity,
    drawn.pue,
  ].map((one) => one.quantile(0.5)) as [number, number, number, number];
  if (level === 'server') return { peakShare, clusterOverhead: 1, diversity: 1, pue: 1 };
  if (level === 'it') return { peakShare: 1, clusterOverhead, diversity: 1, pue: 1 };
  const provisioned = median(site.power.provisioned.quantity)!;
  if (level === 'grant') return { peakShare: provisioned, clusterOverhead, diversity: 1, pue };
  return { peakShare, clusterOverhead, diversity, pue };
}

describe('the chain against published sites', () => {
  const ratios = site.published.map((one) => {
    const ratedW = middle(one.chip);
    const { facilityMw } = powerChain([{ accelerators: one.accelerators, ratedW }], stepsFor(one));
    return { id: one.id, ratio: facilityMw / (median(one.power)! / 1e6) };
  });

  it.each(ratios)('$id: model over published $ratio', ({ ratio }) => {
    expect(ratio).toBeGreaterThan(0.65);
    expect(ratio).toBeLessThan(1.3);
  });

  it('has a median ratio between 0.8 and 1.25 over at least eight of them', () => {
    const sorted = ratios.map(({ ratio }) => ratio).sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThanOrEqual(8);
    expect(sorted[sorted.length >> 1]).toBeGreaterThan(0.8);
    expect(sorted[sorted.length >> 1]).toBeLessThan(1.25);
  });
});
