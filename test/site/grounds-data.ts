import { parseGrounds } from '../../src/site/grounds.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';

/** The grounds as shipped. */
export const grounds = parseGrounds(
  ['regions', 'plants', 'published'].flatMap((folder) => dataFiles(folder)),
  sourceIds,
);
export const climate = (id: string) => grounds.climates.get(id)!;
