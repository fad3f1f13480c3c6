import { s } from './plural.ts';

/** The state of an answer and of the engine, and what is wrong with a link, in English. */
export const runEn = {
  loading: 'Drawing worlds that fit the evidence',
  redrawing: 'drawing again',
  redrawn: 'drawn again; an exact run follows',
  liveNote: (ms: string) => `reweighted in ${ms} ms from the same draws; an exact run follows`,
  exactNote: 'exact run',
  notComputed: 'not computed when printed',
  restFollows: 'What it rests on, and how sure that is, is being worked out.',
  notYetMoved: 'of the run before; it follows with the exact run',
  untrusted:
    'Too few draws fit this change for reweighting to be trusted. It is being drawn again; until then the numbers stay as they were.',
  notUnderstood: (parts: string) => `A part of the link means nothing here and was left out: ${parts}`,
  notThere: (id: string, asOf: string) => `Nothing called ${id} is known here as of ${asOf}.`,
  stillShown: (asOf: string, run: string) =>
    `There is no answer to this. What stands below is still run ${run}, as of ${asOf}.`,
  cancel: 'Cancel',
  cancelled: 'The drawing was cancelled: what is shown is the last exact run.',
  stopped: 'Cancelled.',
  retry: 'Try again',
  gone: 'The server does not answer',
  goneWhy:
    'It was stopped, or the machine slept. What is shown stays; what-ifs from loaded draws still work.',
  faultsHead: (n: number) => `${n} problem${s(n)}`,
  line: (file: string, line: number) => `${file}, line ${line}`,
  engineState: {
    idle: 'engine idle',
    drawing: (share: string) => `engine draws ${share}`,
    open: 'engine ready: what-ifs are live',
    failed: 'engine could not open this run',
  },
  /** The same where there is little room. */
  engineShort: { idle: 'idle', drawing: '', open: 'ready', failed: 'not open' },
  otherRun: (link: string, here: string) =>
    `The link was made from run ${link}. Data, dossier or engine here give ${here}: figures may differ.`,
  otherRunNotKept:
    'What differs can be told where that run is kept in this folder; one of another machine is not: ask for its JSON, and compare on the command line.',
  showDifference: 'Show what differs',
  useThis: 'Go on with this run',
  changedOnDisk: (files: string) => `Changed on disk: ${files}. The answer is being drawn again.`,
};
