import { expect, it } from 'vitest';
import { addressOf } from '../../../src/web/api.ts';
import { runQuery } from '../../../src/web/state/run-query.ts';
import { initial } from '../../../src/web/state/state.ts';

it('asks for what the state says, and for nothing that it leaves as it is', () => {
  expect(runQuery(initial)).toEqual({ prior: 'neutral', drop: [], set: [] });
  const state = { ...initial, t: '2025-03', drop: ['a', 'b'], set: { pool: '50k' }, seed: 8 };
  expect(addressOf(['why', 'compute', 'hub'], runQuery(state))).toBe(
    '/api/why/compute/hub?prior=neutral&asOf=2025-03&drop=a&drop=b&set=pool%3D50k&seed=8',
  );
});
