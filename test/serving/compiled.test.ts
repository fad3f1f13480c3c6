import { describe, expect, it } from 'vitest';
import { compilerOf, productsTime } from '../../src/serving/compiled.ts';
import { shapeTime } from '../../src/training/gemm.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const machine = machines.get('h20')!;
const { formats } = spread;
const compiler = (model: string) =>
  compilerOf({ model: models.get(model)!, machine, constants, formats, pace: 1 });

describe('compiled layers', () => {
  const compile = compiler('deepseek-v3');
  const layers = compile(spread);

  it('count equal parts of all layers together', () => {
    const { cores, routed, parts } = layers;
    expect(cores.map(({ count }) => count)).toEqual([61]);
    expect(routed.map(({ count }) => count)).toEqual([58]);
    expect(parts).toBe(122);
    expect(compiler('gpt-oss-120b')(spread).cores.map(({ count }) => count)).toEqual([18, 18]);
    expect(compiler('gpt-oss-120b')(spread).routed.map(({ count }) => count)).toEqual([36]);
  });

  it('are those of a compiler that made nothing else before', () => {
    compile(shared);
    for (const placement of [{ ...spread, data: 32 }, shared, spread]) {
      const numbers = JSON.stringify(compile(placement));
      expect(numbers).toBe(JSON.stringify(compiler('deepseek-v3')(placement)));
    }
  });

  it('share what a tensor group computes, and do not what chips hold of the experts', () => {
    const wider = compile({ ...spread, data: 2 * spread.data });
    expect(wider.products).toBe(layers.products);
    expect(wider.routed[0]!.one.held).toBe(layers.routed[0]!.one.held / 2);
  });

  it('take as long for a number of tokens whether it was asked for before or not', () => {
    const sum = layers.products.reduce((time, { one, count }) => time + count * shapeTime(one, 40), 0);
    expect(productsTime(layers.products, 40)).toBe(sum);
    expect([layers.productsTime(40), layers.productsTime(40)]).toEqual([sum, sum]);
    expect(layers.headTime(40)).toBe(shapeTime(layers.head, 40));
  });
});
