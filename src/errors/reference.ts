import { catalogue, type Explanation } from './catalogue.ts';

const chapters: readonly (readonly [letter: string, title: string])[] = [
  ['X', 'Command line'],
  ['U', 'Units and quantities'],
  ['N', 'Numbers and distributions'],
  ['S', 'Files, sources, dates and grades'],
  ['C', 'Chips'],
  ['K', 'Export controls'],
  ['D', 'Dossiers'],
  ['M', 'Models'],
  ['P', 'Sites and power'],
  ['Y', 'Supply'],
  ['I', 'What is installed'],
  ['T', 'Training'],
  ['A', 'Assessments'],
  ['H', 'Web app and HTTP'],
];

/** The reference page of all error codes, as Markdown. */
export function errorsPage(): string {
  const codes: [string, Explanation][] = Object.entries(catalogue);
  const sections = chapters.flatMap(([letter, title]) => {
    const own = codes.filter(([code]) => code.startsWith(`ST-${letter}`));
    if (own.length === 0) return [];
    const entries = own.map(([code, one]) => `### ${code}\n\n**${one.title}.** ${one.why}\n\n${one.fix}\n`);
    return [`## ${title}\n`, ...entries];
  });
  return ['# Error codes\n', introduction, ...sections].join('\n');
}

const introduction = `Every message of Sandtable has a code, and a code keeps its meaning for good. \`sandtable explain CODE\` prints the
same text without a network. This page is generated from \`src/errors/catalogue/\`.
`;
