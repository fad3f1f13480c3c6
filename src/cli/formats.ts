/** Forms that each command's answer can take, and the figures it can draw. */

export const assessFormats = ['screen', 'json', 'md', 'csv', 'svg'] as const;
export const assessFigures = ['dots', 'cdf', 'evidence', 'matrix', 'power', 'map', 'supply'] as const;
export const backtestFormats = ['screen', 'json', 'md', 'svg'] as const;
export const chipsFormats = ['screen', 'json', 'csv'] as const;
export const diffFormats = ['screen', 'json', 'html'] as const;
export const reachFormats = ['screen', 'json', 'csv'] as const;
export const replayFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const rulesFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const siteFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const siteFigures = ['chain', 'load', 'pue', 'temperature', 'power', 'energy'] as const;
export const statusFormats = ['screen', 'json', 'csv'] as const;
export const timelineFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const trainFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const trainFigures = ['time', 'memory', 'scaling', 'front'] as const;
export const serveFormats = ['screen', 'json', 'csv', 'svg'] as const;
export const serveFigures = ['front', 'cost', 'energy', 'time', 'roofline'] as const;
