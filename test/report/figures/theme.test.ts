import { expect, it } from 'vitest';
import { themes } from '../../../src/report/figures/theme.ts';

/** Contrast ratio of WCAG 2.2. */
function contrast(p: string, q: string): number {
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [high, low] = [light(p), light(q)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

it('knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

it.each(['light', 'dark'] as const)('has readable text in the %s theme', (name) => {
  const { paper, contour, ...text } = themes[name];
  for (const [role, colour] of Object.entries(text)) {
    expect(contrast(colour, paper), role).toBeGreaterThanOrEqual(4.5);
  }
  expect(contour).not.toBe(paper);
});
