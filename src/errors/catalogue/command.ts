export const commandCodes = {
  'ST-X001': {
    title: 'The command line has an unknown option',
    why: 'An option that is not known cannot be obeyed, and leaving it out silently would answer another question than the one asked.',
    fix: 'See the options of a command with `sandtable assess --help`.',
  },
  'ST-X002': {
    title: 'An argument is missing or too many',
    why: 'Each command takes the arguments its help shows; angle brackets must be given, square brackets may be.',
    fix: 'See the arguments of a command with its help: `sandtable why --help`.',
  },
  'ST-X003': {
    title: 'The value of an option cannot be read',
    why: 'A wrong value would change the run or fail later with a less clear message.',
    fix: 'Write for example `--draws 20000`, `--seed 7`, `--as-of 2025-03`, `--prior sceptic`, `--shard 2/8`.',
  },
  'ST-X004': {
    title: 'There is no such dossier',
    why: 'A dossier is called by the id of one that comes with Sandtable, or by the path of its folder, which holds a hub.yaml.',
    fix: 'Write `sandtable assess xinjiang-qinghai`, `sandtable assess ./my-hub`, or begin one with `sandtable new my-hub`.',
  },
  'ST-X005': {
    title: 'There is no such quantity',
    why: '`why` explains one of the numbers on the screen, called by its id.',
    fix: 'Write for example `sandtable why accelerators`.',
  },
  'ST-X006': {
    title: 'There is no such error code',
    why: 'Every code that Sandtable prints has an explanation; this one does not exist.',
    fix: 'Write the code as printed: `sandtable explain ST-U001`.',
  },
  'ST-X007': {
    title: 'There is no such run',
    why: 'A run id is a digest: what it stands for is known only where the run was made, or from its JSON.',
    fix: 'Give the JSON that `sandtable assess > run.json` wrote, or the dossier and options of the run: `sandtable verify st1-7f3ac2019b44 my-hub --prior sceptic`.',
  },
  'ST-X008': {
    title: 'The run could not be reproduced',
    why: 'The same data, dossier, engine, seed, draws and options give the same run id and the same draws, bit for bit. At least one of them differs here.',
    fix: 'See what differs with `sandtable diff`, and check out the version of data and dossier that the run was made with.',
  },
  'ST-X009': {
    title: 'The expectation is not met',
    why: '`--expect` makes a pipeline fail when the answer leaves the range its author wrote down.',
    fix: 'Look at what moved with `sandtable diff`, then correct the dossier or the expectation.',
  },
  'ST-X010': {
    title: 'The expectation cannot be read',
    why: 'An expectation is a likelihood word of the headline, or a question or quantity compared with a number.',
    fix: "Write for example `--expect unlikely`, `--expect 'claimed-fleet < 20 %'` or `--expect 'it-load.high < 300 MW'`.",
  },
  'ST-X011': {
    title: 'The run did not converge',
    why: 'The draws do not represent the posterior: effective sample size or Pareto k is beyond its limit. The numbers are not an answer.',
    fix: 'Try more draws, `--draws 400000`, or leave out an assumption or item that contradicts the others.',
  },
  'ST-X012': {
    title: 'The folder exists already',
    why: '`new` never overwrites what somebody may have written.',
    fix: 'Choose another name, or move the folder away.',
  },
  'ST-X013': {
    title: 'The name cannot be the id of a dossier',
    why: 'The id is the folder name and part of addresses and file names on every system.',
    fix: 'Use lower-case letters, digits and hyphens, beginning with a letter, and no path: the folder is made where you are. For example `sandtable new my-hub`.',
  },
  'ST-X014': {
    title: 'A file cannot be read or written',
    why: 'The system refused.',
    fix: 'Check the path and its permissions.',
  },
  'ST-X015': {
    title: 'Sandtable failed inside',
    why: 'This is a fault of Sandtable, not of the input. Nothing was written.',
    fix: 'Please report it with the command and the run id, where there is one.',
  },
  'ST-X016': {
    title: 'The months of the replay are out of order',
    why: 'A replay runs month by month from an earlier to a later one.',
    fix: 'Write for example `sandtable replay --from 2024-10 --to 2026-06`.',
  },
  'ST-X017': {
    title: 'The shards do not make one run',
    why: 'Shards join to the bits of the whole run only where all of them are there, once each, from the same run.',
    fix: 'Make each with the same options: `sandtable assess --shard 1/4 --output 1.shard` to `--shard 4/4`, then `sandtable merge *.shard`.',
  },
  'ST-X019': {
    title: 'There is no hub with a known outcome',
    why: 'A backtest needs dossiers that say in outcome/outcome.yaml what became of the hub.',
    fix: 'Give a folder of such dossiers, or none for those that came with this copy.',
  },
  'ST-X020': {
    title: 'A hub of the backtest was promised for no date',
    why: 'Whether a hub came in time is measured against the date of its first claim.',
    fix: 'Write `due:` into the first claim of `hub.yaml`, or leave the hub out.',
  },
  'ST-X021': {
    title: "The file's figures are not those of its run",
    why: 'The run was made again with the same inputs and gave the same draws, but what the file says follows from them does not. The file was changed after it was written.',
    fix: 'Use the figures of the run: `sandtable assess` with the options that the file names.',
  },
} as const;
