export const sourceCodes = {
  'ST-S001': {
    title: 'A file is not UTF-8 text',
    why: 'Every file is read as UTF-8 without control characters, so that Chinese names, minus signs and units mean the same on every machine. UTF-16 files (Notepad calls them "Unicode"), binary files, and invisible characters that reorder text are refused.',
    fix: 'Save the file as UTF-8 in your editor, and delete the invisible character where one is named.',
  },
  'ST-S002': {
    title: 'A file is too large',
    why: 'A file of up to 1 MB is a page that people can review; a larger one is a mistake or an attack.',
    fix: 'Split it: one file a site under sites/, and evidence/2024.yaml, evidence/2025.yaml instead of evidence.yaml.',
  },
  'ST-S003': {
    title: 'A file holds too many or too deeply nested values',
    why: 'A file may hold up to 10,000 keys and values, nested up to 32 deep. No honest file comes near; a bomb does.',
    fix: 'Split the file, or look for a run of opening brackets that was pasted by mistake.',
  },
  'ST-S004': {
    title: 'A file is not valid YAML',
    why: 'The text cannot be read as keys and values. Most often a colon stands inside unquoted text, a quote or bracket is not closed, or a line is indented differently from its neighbours.',
    fix: 'Put text that holds `: ` or ` #`, or begins with one of `@ % & * ! [ {`, between double quotes: name: "Hub: phase two". Indent with two spaces a level.',
  },
  'ST-S005': {
    title: 'A file holds tab characters',
    why: 'YAML forbids tabs in the indentation, and elsewhere they look like spaces but are not.',
    fix: 'Replace each tab by spaces (two a level).',
  },
  'ST-S006': {
    title: 'A key is written twice',
    why: 'Two values under one key contradict each other, and a reader would silently keep one of them.',
    fix: 'Keep one of the two. Claims that disagree each get an entry of their own in the list of claims.',
  },
  'ST-S007': {
    title: 'A file uses anchors or aliases',
    why: 'Anchors (`&name`) and aliases (`*name`) hide what a file says from its reviewer, and can blow up a small file into billions of values. Sandtable reads none.',
    fix: 'Write the value out at each place. Text that begins with & or * goes between quotes: "*preliminary".',
  },
  'ST-S008': {
    title: 'A value carries a YAML tag',
    why: 'Tags (`!name`, `!!binary`) ask the reader to build special objects. Every value here is text, a number, a list or a map.',
    fix: 'Delete the tag. Text that begins with ! goes between quotes.',
  },
  'ST-S009': {
    title: 'A file holds more than one YAML document',
    why: 'Only the first document before a line `---` would be read, and the rest would be lost without a word.',
    fix: 'Delete the line `---` or `...` between them, or move what follows into a file of its own.',
  },
  'ST-S010': {
    title: 'A key is not allowed',
    why: 'Keys are plain words. Merge keys (`<<`) hide where a value comes from, keys that are lists or maps have no meaning here, and `__proto__`, `constructor` and `prototype` are names that programs trip over.',
    fix: 'Write a plain word as the key, and write merged values out.',
  },
  'ST-S011': {
    title: 'A number is not finite',
    why: 'Not-a-number and infinity spread through every sum they touch. What nobody knows is said as such.',
    fix: 'Write `unknown` where a quantity is not known, or a bound such as `over 60k`.',
  },
  'ST-S012': {
    title: 'A file is empty',
    why: 'An empty file says nothing, and may be the remains of a failed save.',
    fix: 'Fill it or delete it. `sandtable new` writes a commented example of each file.',
  },
  'ST-S020': {
    title: 'A required key is missing',
    why: 'Without it the entry cannot be dated, sourced or placed, and nothing is filled in silently.',
    fix: 'Add the key, with a value like the example shown.',
  },
  'ST-S021': {
    title: 'A key is unknown',
    why: 'A mistyped key would be ignored, and what it says lost.',
    fix: 'Use one of the keys named; `note` takes free words where an entry has it.',
  },
  'ST-S022': {
    title: 'A value has the wrong shape',
    why: 'Text, number, list and map each mean something else at this place.',
    fix: 'Write the value as in the example: text between quotes, a list as [a, b], a map as { key: value }.',
  },
  'ST-S023': {
    title: 'A value is not one of those allowed',
    why: 'This key takes one word of a fixed list.',
    fix: 'Use one of the words named.',
  },
  'ST-S024': {
    title: 'A value is out of range',
    why: 'The number, text or list is smaller or larger than anything it can stand for.',
    fix: 'Check the value against its source; the message names the limits.',
  },
  'ST-S025': {
    title: 'A text is not in the form expected',
    why: 'Ids, web addresses and language tags have one form, so that they can be linked and compared.',
    fix: 'An id is lower-case letters and digits in words joined by hyphens: yiwu-lit-2025-01. An address begins with https:// or http://.',
  },
  'ST-S026': {
    title: 'A key has no value',
    why: 'Nothing stands after the colon. Absent and unknown are different things.',
    fix: 'Write a value, write `unknown` for a quantity nobody knows, or delete the key where it is optional.',
  },
  'ST-S027': {
    title: 'A quantity cannot be below zero',
    why: 'Counts, powers, areas, prices and shares of what is there are never negative.',
    fix: 'Delete the minus sign. In a range write `20k to 40k`, not `20k -40k`.',
  },
  'ST-S028': {
    title: 'A quantity goes beyond anything there is',
    why: 'No site has a thousand million accelerators or a hundred million million dollars: such a number is a slip, and the sums of a run would overflow.',
    fix: 'Check suffixes (`k`, `M`, 万) and exponents, and the arguments of a family: `lognormal(mu, sigma)` takes logarithms.',
  },
  'ST-S029': {
    title: 'A size that nobody knows is no size',
    why: 'What is claimed of a site is drawn from what the claim says; from `unknown` nothing can be drawn.',
    fix: 'Leave the key out, or give the range that you would bet on: `1k to 100k`.',
  },
  'ST-S030': {
    title: 'A date is not in one of the forms',
    why: 'A date is written as precisely as it is known: a year, a quarter, a month or a day, largest part first.',
    fix: 'Write 2024, 2024-Q4, 2024-11 or 2024-11-05.',
  },
  'ST-S031': {
    title: 'A date is not in the calendar',
    why: 'There is no such month, quarter or day in that year.',
    fix: 'Check the date against its source; when the day is not known, leave it out: 2024-11.',
  },
  'ST-S032': {
    title: 'A grade is not a letter and a digit',
    why: 'The Admiralty grade (NATO AJP-2.1) has two parts: A-F for the source (A completely reliable, E unreliable, F cannot be judged) and 1-6 for the information (1 confirmed, 5 improbable, 6 cannot be judged).',
    fix: 'Write the letter, then the digit: B2.',
  },
  'ST-S040': {
    title: 'A judged figure does not say by whom and why',
    why: "A number without a publication is somebody's judgement. It is allowed, marked and counted in public, and so it needs a name and a reason.",
    fix: 'Add `by` and `why`: { basis: judged, by: your name, why: what it rests on }.',
  },
  'ST-S041': {
    title: 'A figure has no source',
    why: 'Whatever is measured, reported, claimed or derived was published somewhere, and a reader must be able to look it up.',
    fix: 'Add `sources: [id]` with the id of a source, or write `basis: judged` with `by` and `why`.',
  },
  'ST-S042': {
    title: 'A source is not known',
    why: 'Every source id stands for one publication described under data/sources/ or in the sources.yaml of the dossier.',
    fix: 'Correct the id, or describe the publication in sources.yaml of your dossier.',
  },
  'ST-S043': {
    title: 'Two sources have the same id',
    why: 'An id stands for one publication; with two, nobody can tell which one carries the figure.',
    fix: 'Rename one of them, or delete it where both are the same publication.',
  },
} as const;
