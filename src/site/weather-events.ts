import { exp } from '../elementary/exponential.ts';
import { sin } from '../elementary/trigonometry.ts';
import type { Climate } from './climate.ts';
import { monthOfDay } from './climate.ts';
import type { GeneratorConstants } from './generator-constants.ts';
import { days } from './weather-days.ts';

/** Heat waves in the warm half of the year and cold surges in the cold half; their mean is taken out with the month's. */
export function addEvents(
  residual: Float64Array,
  starts: Float64Array,
  { warm, constants }: { warm: Float64Array; constants: GeneratorConstants },
): void {
  const before = Float64Array.from(residual);
  for (let d = 0; d < days; d++) {
    const hot = warm[d]! > 0.4;
    const cold = warm[d]! < -0.4;
    const event = hot ? constants.heatWave : cold ? constants.coldSurge : null;
    if (!event || starts[d]! >= event.number / (days * 0.37)) continue;
    const toward = hot ? 1 : -1;
    for (let i = 0; i < 3 * event.days && d + i < days; i++) {
      const pulse = hot
        ? sin((Math.PI * Math.min(i + 1, 2 * event.days)) / (2 * event.days))
        : exp(-i / event.days);
      residual[d + i]! += toward * event.depth * Math.max(0, pulse);
    }
  }
  const spread = (of: Float64Array) => Math.sqrt(of.reduce((sum, x) => sum + x * x, 0) / days);
  const ratio = spread(before) / spread(residual);
  for (let d = 0; d < days; d++) residual[d]! *= ratio;
}

/** Days of blowing dust: in spring, where the air is dry. */
export function dustDays(
  { humidity, latitude }: Climate,
  starts: Float64Array,
  { dust }: GeneratorConstants,
): Uint8Array {
  const dusty = new Uint8Array(days);
  for (let d = 0; d < days; d++) {
    const month = latitude >= 0 ? monthOfDay[d]! : (monthOfDay[d]! + 6) % 12;
    const dry = humidity[monthOfDay[d]!]! < 0.5;
    if (month < 2 || month > 5 || !dry || starts[d]! < 1 - dust.number / 122) continue;
    for (let i = 0; i < dust.days && d + i < days; i++) dusty[d + i] = 1;
  }
  return dusty;
}
