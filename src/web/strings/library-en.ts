import { s } from './plural.ts';

/** The library, in English. */
export const libraryEn = {
  newDossier: 'New dossier',
  newId: 'Id of the new dossier (small letters, digits, hyphens)',
  make: 'Make it',
  takeIn: 'Open a folder',
  takeInLead:
    'Choose the folder of a dossier: the one with hub.yaml in it. It is copied into the folder Sandtable was started in; the original stays as it is.',
  folder: 'Folder',
  filesFound: (n: number, others: number) =>
    `${n} file${s(n)} of a dossier${others > 0 ? `; ${others} other${s(others)} left where ${others === 1 ? 'it is' : 'they are'}` : ''}.`,
  takeInNow: 'Take it in',
  makeCopy: 'Copy to my folder',
  copyAs: 'Call the copy',
  drawStrips: 'Draw the verdict of each',
  stripsDrawn: (n: number, all: number) => `${n} of ${all}`,
  broken: (n: number) => `${n} error${s(n)}: open to correct`,
};
