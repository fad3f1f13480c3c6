import { expect, it } from 'vitest';
import { hearProgress, tellProgress } from '../../../src/web/state/progress.ts';

const [one, other] = ['/api/why/compute/hub', '/api/train/deepseek-v3?chips=64xh20'];

it('passes on the share of the address that is listened to, in order, and of no other', () => {
  const heard: number[] = [];
  const stop = hearProgress(one, ({ share }) => heard.push(share));
  for (const share of [0.1, 0.5]) tellProgress({ address: one, share });
  tellProgress({ address: other, share: 0.9 });
  tellProgress({ address: `${one}?seed=8`, share: 0.95 });
  expect(heard).toEqual([0.1, 0.5]);
  stop();
});

it('tells everybody who listens to an address, and nobody after they have gone', () => {
  const heard: string[] = [];
  const stops = ['a', 'b'].map((name) => hearProgress(one, ({ share }) => heard.push(`${name} ${share}`)));
  tellProgress({ address: one, share: 0.2 });
  stops[0]!();
  tellProgress({ address: one, share: 0.4 });
  stops[1]!();
  tellProgress({ address: one, share: 0.6 });
  expect(heard).toEqual(['a 0.2', 'b 0.2', 'b 0.4']);
});
