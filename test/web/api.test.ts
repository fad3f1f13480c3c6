import { expect, it } from 'vitest';
import { addressOf, Refusal } from '../../src/web/api.ts';

it('an address has what is said, and nothing that is not', () => {
  expect(
    addressOf(['why', 'compute', 'my-hub'], {
      prior: 'sceptic',
      asOf: '',
      seed: undefined,
      drop: ['a', 'b'],
    }),
  ).toBe('/api/why/compute/my-hub?prior=sceptic&drop=a&drop=b');
  expect(addressOf(['site', 'hub/site'])).toBe('/api/site/hub%2Fsite');
});

it('a refusal says whether anybody answered', () => {
  expect(new Refusal(0, []).unanswered).toBe(true);
  expect(new Refusal(422, []).unanswered).toBe(false);
});
