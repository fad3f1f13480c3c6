/** The tools of a figure, in English. */
export const figureEn = {
  dots: 'dots',
  cdf: 'share of worlds',
  log: 'log',
  lin: 'linear',
  shapeGroup: 'Shape',
  scaleGroup: 'Scale',
  asTable: 'Show as table',
  asPicture: 'Show as picture',
  download: 'Download',
  downloadLater: 'These numbers are reweighted: files wait for the exact run',
  tableOf: (title: string) => `Table: ${title}`,
};
