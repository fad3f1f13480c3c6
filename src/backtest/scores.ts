import { log } from '../elementary/logarithm.ts';
import { FRACTIONS } from './targets.ts';

/** Probability below which no forecast is taken at its word: the screens print less as "<1 %". */
const LEAST = 0.01;

/** Brier score of a yes or no: (p - y)^2 (Brier 1950). */
export function brier(probability: number, happened: boolean): number {
  return (probability - Number(happened)) ** 2;
}

/** Brier score of several classes: sum of (p - y)^2 over them. */
export function brierOfClasses(probabilities: readonly number[], happened: number): number {
  return probabilities.reduce((sum, p, i) => sum + (p - Number(i === happened)) ** 2, 0);
}

/** Logarithmic score: -log of the probability of what happened, kept within 1 and 99 %. */
export function logScore(probability: number): number {
  return -log(Math.min(1 - LEAST, Math.max(LEAST, probability)));
}

/** Where the mass of each class of fractions is taken to lie: nothing, the middle of a twentieth, all but all. */
const PLACES = FRACTIONS.map((end, i) => (i === 0 ? 0 : i === FRACTIONS.length - 1 ? 0.99 : end - 0.025));

/** Continuous ranked probability score of masses on the classes of fractions. */
export function crpsOfFraction(masses: readonly number[], happened: number): number {
  return crps(PLACES, masses, happened);
}

/** CRPS = E|X - y| - E|X - X'| / 2 of a weighted sample (Gneiting and Raftery 2007, eq. 21). */
export function crps(values: readonly number[], weights: readonly number[], happened: number): number {
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < values.length; i++) {
    distance += weights[i]! * Math.abs(values[i]! - happened);
    for (let j = 0; j < i; j++) spread += weights[i]! * weights[j]! * Math.abs(values[i]! - values[j]!);
  }
  return distance - spread;
}
