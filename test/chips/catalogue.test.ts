import { describe, expect, it } from 'vitest';
import { catalogue, faults } from './data.ts';
describe('x', () => { it('parses', () => { for (const f of faults) console.log(f.code, f.place, f.what, f.fix); expect(faults).toEqual([]); expect(catalogue.chips.size).toBeGreaterThan(40);}); });
