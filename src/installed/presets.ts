/** The three published priors; all three are always shown. */
export const presets = ['sceptic', 'neutral', 'believer'] as const;
export type Preset = (typeof presets)[number];
export type ByPreset<T> = Readonly<Record<Preset, T>>;

/** Builds a value for each preset. */
export function byPreset<T>(make: (preset: Preset) => T): ByPreset<T> {
  return { sceptic: make('sceptic'), neutral: make('neutral'), believer: make('believer') };
}
