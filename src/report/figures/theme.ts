/** Colours by the role of what they show; the same role has the same colour in every figure. */
export interface Theme {
  paper: string;
  ink: string;
  quiet: string;
  contour: string;
  claimed: string;
  permitted: string;
  inferred: string;
  observed: string;
  speaksFor: string;
  speaksAgainst: string;
}

export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    paper: '#FBF8F1',
    ink: '#1E1B16',
    quiet: '#6B6458',
    contour: '#E7DFCF',
    claimed: '#9A6700',
    permitted: '#5B6B7B',
    inferred: '#0B6E69',
    observed: '#1E1B16',
    speaksFor: '#0B5CAD',
    speaksAgainst: '#B4441B',
  },
  dark: {
    paper: '#15171A',
    ink: '#ECE7DC',
    quiet: '#A39B8B',
    contour: '#26292E',
    claimed: '#E3B341',
    permitted: '#93A4B5',
    inferred: '#4FC3BA',
    observed: '#ECE7DC',
    speaksFor: '#6CB6FF',
    speaksAgainst: '#FF9A6B',
  },
};

/** For verdicts and prose; no font is ever downloaded. */
export const serif =
  'ui-serif, "Iowan Old Style", Georgia, "Noto Serif", "Liberation Serif", "Songti SC", "Noto Serif CJK SC", serif';
/** For labels and numbers; what a figure is set in unless something else is said. */
export const sans =
  'ui-sans-serif, "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
/** For ids. */
export const mono = 'ui-monospace, Menlo, Consolas, "Liberation Mono", monospace';

/** Sizes of type in pixels: labels, prose, lead, title. */
export const sizes = { label: 13, text: 15, lead: 18, title: 24 } as const;
