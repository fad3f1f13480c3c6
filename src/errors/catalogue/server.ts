export const serverCodes = {
  'ST-H001': {
    title: 'The request comes from another place than the app',
    why: 'A page on the internet can make a browser call addresses of this machine. Only the address that the server printed, and pages that it served, are answered.',
    fix: 'Open the address that `sandtable open` printed, in a tab of its own.',
  },
  'ST-H002': {
    title: 'The token is missing or wrong',
    why: 'A server that was started with `--token` answers only those who know it.',
    fix: 'Open the whole address that `sandtable open` printed, with its token, or send `Authorization: Bearer TOKEN`.',
  },
  'ST-H003': {
    title: 'There is no such address',
    why: 'Every address of the HTTP interface is in `/api/openapi.json`; this one is not.',
    fix: 'Look it up in `/api/openapi.json`, for example `/api/assess/xinjiang-qinghai`.',
  },
  'ST-H004': {
    title: 'The request cannot be read',
    why: 'A parameter or body that is not understood would be left out silently, and another question answered than the one asked.',
    fix: 'Write parameters as in `/api/openapi.json`: `?prior=sceptic&drop=item-1&drop=item-2`.',
  },
  'ST-H005': {
    title: 'The request is too large',
    why: 'A file of a dossier has at most a million bytes; more is a mistake or an attack.',
    fix: 'Split the file, or ask for fewer things at once.',
  },
  'ST-H006': {
    title: 'The answer took too long',
    why: 'One request may not occupy the machine for ever. Nothing was written.',
    fix: 'Ask for fewer draws or months, or use the command line, which waits as long as you do.',
  },
  'ST-H007': {
    title: 'The file changed underneath',
    why: 'Another tab, an editor or a checkout wrote the file after you read it; saving over it would lose what was written there.',
    fix: 'Compare your text with the one on disk, put them together, and save again.',
  },
  'ST-H008': {
    title: 'The file or dossier is gone',
    why: 'It was deleted or moved after you read it. Your text is still in front of you.',
    fix: 'Save it as a new file, or put the file back and load it again.',
  },
  'ST-H009': {
    title: 'The disk is full',
    why: 'The text could not be written whole, so the file was left as it was.',
    fix: 'Make room, then save again; your text is still in front of you.',
  },
  'ST-H010': {
    title: 'The dossier is read only',
    why: 'Dossiers that come with Sandtable are the same for everybody: run ids depend on them.',
    fix: 'Make a copy of your own and change that: `sandtable new my-hub --from xinjiang-qinghai`.',
  },
  'ST-H011': {
    title: 'The path is no file of a dossier',
    why: 'Only YAML files of a dossier are written: in its folder, in `sites/` or in `evidence/`. No path leads out of it.',
    fix: 'Use lower-case letters, digits and hyphens: `evidence/tenders.yaml`.',
  },
  'ST-H012': {
    title: 'The request does not say which version it changes',
    why: 'Without the version that was read, a change of somebody else could be overwritten unseen.',
    fix: 'Send `If-Match` with the version that you read, or `If-None-Match: *` for a new file.',
  },
  'ST-H013': {
    title: 'The text was not saved, because it has errors',
    why: 'A dossier with errors gives no verdict. The file on disk is unchanged. Errors of other files forbid no save.',
    fix: 'Correct what is listed and save again, or save it as it is with `?anyway=true`.',
  },
  'ST-H014': {
    title: 'The server cannot start',
    why: 'The port is taken or not allowed, or the address is not one of this machine.',
    fix: 'Choose another port, `sandtable open --port 4545`, or leave it out to get a free one.',
  },
  'ST-H015': {
    title: 'An address that others can reach needs a token',
    why: 'Without one, everybody in the network could read and change your dossiers.',
    fix: 'Add `--token` to get a fresh one, or leave `--host` out: the app is then for this machine alone.',
  },
  'ST-H016': {
    title: 'The app is not built',
    why: 'The screens are compiled once; the HTTP interface works without them.',
    fix: 'Run `npm run build`, then `sandtable open` again.',
  },
  'ST-H017': {
    title: 'There is no browser to print with',
    why: 'A PDF is printed by Chromium, Chrome or Edge, and none was found.',
    fix: 'Install one (Debian: `apt-get install chromium`), name it in `CHROME_PATH`, or write `--html brief.html` and print that from your browser.',
  },
  'ST-H018': {
    title: 'The system refuses to write the file',
    why: 'You may not write there, or the disk is read only. The file is unchanged.',
    fix: 'Give yourself the right to write into the folder of the dossier, then save again.',
  },
  'ST-H019': {
    title: 'Too many requests at once',
    why: 'Answers are computed a few at a time; more would only wait.',
    fix: 'Wait for the answers that are under way, or close tabs that are not needed.',
  },
  'ST-H020': {
    title: 'That cannot be done at this address',
    why: 'The address is there, but answers other methods: what it answers is in the header `Allow`.',
    fix: 'Use a method that the address answers, as in `/api/openapi.json`.',
  },
} as const;
