export const dossierCodes = {
  'ST-D001': {
    title: 'A folder is no dossier',
    why: 'A dossier is a folder with a file hub.yaml (the hub and what is claimed of it), a folder sites/ with one file a site, and evidence.yaml.',
    fix: 'Check the name, or begin one: sandtable new my-hub.',
  },
  'ST-D002': {
    title: 'There is no dossier of this name',
    why: 'A dossier is named by its folder, or by its id where it is one of those that come with Sandtable.',
    fix: 'Give the path of the folder, or one of the ids listed.',
  },
  'ST-D003': {
    title: 'A file has a name that is not allowed',
    why: 'File names become ids and links, so they are lower-case letters and digits in words joined by hyphens, with the ending .yaml.',
    fix: 'Rename the file: sites/yiwu.yaml, evidence/2025-notices.yaml.',
  },
  'ST-D004': {
    title: 'A file is a link that leads out of its folder',
    why: 'A dossier that somebody sends you could otherwise read any file of your machine into its output.',
    fix: 'Copy the file into the folder.',
  },
  'ST-D005': {
    title: 'A file does not belong to a dossier',
    why: 'It would be ignored, and what it says lost.',
    fix: 'A dossier holds hub.yaml, sites/*.yaml, evidence.yaml or evidence/*.yaml, sources.yaml, looks.yaml, assumptions.yaml and outcome.yaml.',
  },
  'ST-D006': {
    title: 'A folder holds too much',
    why: 'Up to 500 files and 20 MB are read: far more than people can review, far less than fills a memory.',
    fix: 'Check that this is the folder you mean, or split the hub.',
  },
  'ST-D007': {
    title: 'An id differs from the name of its file',
    why: 'Links, commands and messages use either, so they must be the same word.',
    fix: 'Make the id equal to the name of the folder (hub.yaml) or of the file (sites/<id>.yaml).',
  },
  'ST-D008': {
    title: 'A hub has no site of its own',
    why: 'What is there is inferred site by site; a hub without a site with `role: hub` has nothing to infer.',
    fix: 'Add a file sites/<id>.yaml with `role: hub`. Where sources give only totals, one site may stand for several: `count: 27`.',
  },
  'ST-D009': {
    title: 'Two entries have the same id',
    why: 'Ids name sites, claims and evidence in commands such as --drop; with two, nobody can tell which is meant.',
    fix: 'Rename one of them, or delete it where it is a copy: an item written twice counts twice.',
  },
  'ST-D010': {
    title: 'A site is not known',
    why: 'Evidence and observations speak about `hub` or about sites of this dossier, by id.',
    fix: 'Correct the id, or add the file sites/<id>.yaml.',
  },
  'ST-D011': {
    title: 'An evidence kind is not known',
    why: 'What an item says about the hub follows from its kind; each kind is described in data/evidence/.',
    fix: 'Use one of the kinds named; the reference of the dossier files lists them with their meaning.',
  },
  'ST-D012': {
    title: 'A finding does not fit the evidence kind',
    why: 'Each kind has its own findings (a tender names the chip or does not; a search finds nothing), and each weighs differently.',
    fix: 'Use one of the findings named, or delete `finding` where the kind has none.',
  },
  'ST-D013': {
    title: 'An observed amount is missing or misplaced',
    why: 'Kinds such as lit-capacity observe an amount, others a finding; one without the other says nothing.',
    fix: 'Add `observed` (and `per`, where the kind is a ratio), or delete it where the kind has none.',
  },
  'ST-D014': {
    title: 'An observed amount has a unit of another kind',
    why: 'The amount is compared with what the hub would show, so both must be the same sort of thing.',
    fix: 'Use a unit like the one shown.',
  },
  'ST-D015': {
    title: 'Something was published before it happened',
    why: '`date` is when it was so, `published` when one could first know; --as-of replays by the second.',
    fix: 'Check both dates. Of an announcement, `date` is the day of the announcement, and `due` what it promises.',
  },
  'ST-D016': {
    title: 'Something is due before it was promised',
    why: '`date` is when the claim was made, `due` when it is to be in service.',
    fix: 'Check both dates.',
  },
  'ST-D017': {
    title: 'A claim says nothing',
    why: 'A claim is compared with what is there; it needs at least one amount, chip or date.',
    fix: 'Add one of accelerators, compute, servers, projects, power, money, area, chips or due under `says`.',
  },
  'ST-D018': {
    title: 'A chip is not known',
    why: 'Compute, power and price follow from the chip, so each is described in data/chips/.',
    fix: 'Correct the id, or write `unnamed` or `domestic` where the source gives no model.',
  },
  'ST-D019': {
    title: 'A site lies outside the regions of its hub',
    why: 'Regional totals are shared among the sites of a region.',
    fix: 'Correct `region`, add it to `regions` in hub.yaml, or write `role: context`.',
  },
  'ST-D020': {
    title: 'A limit has a unit of another kind',
    why: 'A feed is a power, a floor or land an area, a budget money, water a volume or a flow, fans a count.',
    fix: 'Use a unit like the one shown.',
  },
  'ST-D021': {
    title: 'A file or folder cannot be read',
    why: 'The operating system refused, so part of the input would be missing.',
    fix: 'Check that it exists and that you may read it.',
  },
  'ST-D030': {
    title: 'An entry was published after the date of the dossier',
    why: 'The dossier is assessed as of `asOf` in hub.yaml, so this entry has no effect unless --as-of says otherwise.',
    fix: 'Move `asOf` forward once the dossier covers everything up to then, or leave it as a preview.',
  },
  'ST-D031': {
    title: 'A source of this dossier is never used',
    why: 'Nothing refers to it: an id may be mistyped, or the evidence not written yet.',
    fix: 'Refer to it with `source: id`, or delete it.',
  },
  'ST-D032': {
    title: 'A figure is judged',
    why: "It rests on somebody's judgement and not on a publication. Such figures are counted in public.",
    fix: 'Nothing to do; a published figure would be better.',
  },
  'ST-D033': {
    title: 'An entry is dated before its source came out',
    why: 'A replay as of that date would use what only the later source tells.',
    fix: 'Set `published` to the date of the source, name an earlier source, or write `retro: true` where it was public before the page that tells of it.',
  },
} as const;
