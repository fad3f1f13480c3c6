import type { Figure } from '../../report/figures/figure.ts';
import { figureCsv, figureJson, figureSvg } from '../../report/figures/figure.ts';

export const forms = ['svg', 'png', 'csv', 'json'] as const;
export type Form = (typeof forms)[number];

const types = { svg: 'image/svg+xml', csv: 'text/csv', json: 'application/json' } as const;

/** Hands a file to the browser's downloads. */
export function offer(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves a figure as a file that carries title, source, date and run id. */
export async function saveFigure(figure: Figure, form: Form): Promise<void> {
  const name = `${figure.meta.id}.${form}`;
  if (form === 'png') return offer(await png(figure), name);
  const text = { svg: figureSvg, csv: figureCsv, json: figureJson }[form](figure);
  offer(new Blob([text], { type: types[form] }), name);
}

/** The picture at twice its size. */
async function png(figure: Figure): Promise<Blob> {
  const { width, height } = figure.meta;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figureSvg(figure))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, 2 * width, 2 * height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      'image/png',
    );
  });
}
