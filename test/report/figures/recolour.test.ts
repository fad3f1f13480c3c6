import { expect, it } from 'vitest';
import { recoloured } from '../../../src/report/figures/recolour.ts';
import { everyFigure } from './every.ts';

it.each(Object.entries(everyFigure))(
  '%s drawn in the light theme and recoloured is what is drawn in the dark one',
  (_, draw) => {
    const light = draw({ theme: 'light' });
    expect(recoloured(light, 'dark')).toEqual(draw({ theme: 'dark' }));
    expect(recoloured(light, 'light')).toBe(light);
  },
);
