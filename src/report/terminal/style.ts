/** How the roles of the design are shown: a colour each, or nothing. Colour is never the only cue. */
export interface Style {
  strong(text: string): string;
  quiet(text: string): string;
  claimed(text: string): string;
  permitted(text: string): string;
  inferred(text: string): string;
  speaksFor(text: string): string;
  speaksAgainst(text: string): string;
}

const same = (text: string) => text;

/** No colours at all: pipes, `NO_COLOR`, `--plain`. */
export const noColour: Style = {
  strong: same,
  quiet: same,
  claimed: same,
  permitted: same,
  inferred: same,
  speaksFor: same,
  speaksAgainst: same,
};

const ansi = (code: number) => (text: string) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`);

/** The terminal's own sixteen colours, so that its light or dark theme decides. */
export const colours: Style = {
  strong: ansi(1),
  quiet: ansi(2),
  claimed: ansi(33),
  permitted: ansi(90),
  inferred: ansi(36),
  speaksFor: ansi(34),
  speaksAgainst: ansi(31),
};
