/** Per cent of a probability or share as it is printed everywhere: `31`, never below `<1` nor above `>99`. */
export function percentFigure(probability: number): string {
  if (Number.isNaN(probability)) return '–';
  if (probability < 0.01) return '<1';
  if (probability > 0.99) return '>99';
  return String(Math.round(probability * 100));
}
