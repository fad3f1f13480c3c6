/** Per cents at which one likelihood word ends and the next begins; `assessment/likelihood-word.ts` has the words. */
export const wordEdges: readonly number[] = [5, 20, 45, 55, 80, 95];

/**
 * Per cent of a probability or share as it is printed everywhere: `31`, never below `<1` nor above `>99`; with a decimal where
 * a whole number would lie in the range of the next likelihood word (`44.6` is unlikely, 45 would be a roughly even chance).
 */
export function percentFigure(probability: number): string {
  if (Number.isNaN(probability)) return '–';
  if (probability < 0.01) return '<1';
  if (probability > 0.99) return '>99';
  const percent = 100 * probability;
  const whole = Math.round(percent);
  if (probability >= whole / 100 || !wordEdges.includes(whole)) return String(whole);
  return Math.min(Math.floor(10 * percent) / 10, whole - 0.1).toFixed(1);
}
