import type { YAMLError } from 'yaml';
import { say, type Words } from '../errors/message.ts';

/** What a syntax error of the YAML parser means to the author of a file, and where to look. */
export function explainYaml(problem: YAMLError, text: string): Message & { offset: number } {
  const offset = problem.pos[0];
  const line = lineAt(text, offset);
  const wide = fullWidth(line);
  if (wide) return { ...wide, offset };
  switch (problem.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      if (/:\s.*:(\s|$)/.test(line)) return { ...colonInText, offset };
      return { ...indentation, offset };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return { ...missing(problem.message, line), offset };
    case 'BAD_SCALAR_START':
      return { ...specialStart(text[offset] ?? ''), offset };
    case 'TAB_AS_INDENT':
    case 'BAD_INDENT':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_COLLECTION_TYPE':
      return { ...shape(problem.message, line), offset };
    case 'BAD_DQ_ESCAPE':
      return {
        what: say('A backslash between double quotes begins a code that does not exist.'),
        fix: say('Write two backslashes, or use single quotes.'),
        offset,
      };
    case 'MULTIPLE_DOCS':
      return {
        what: say('A second document begins here.'),
        fix: say('Delete the line `---`, or split the file.'),
        offset,
      };
    default:
      return { what: sentence(problem.message), fix: say('Compare the line with its neighbours.'), offset };
  }
}

/** Signs of a Chinese keyboard where YAML wants the plain ones: `键：值`, `｛`, `［`. */
function fullWidth(line: string): Message | undefined {
  const [, before, key, value] = /^(\s*(?:- )?)([\w-]+)\s*：\s*(.*)$/.exec(line) ?? [];
  if (key) {
    return {
      what: say('A full-width colon (：) stands after the key.'),
      fix: say('Write a plain colon and a space: `{example}`.', {
        example: `${before!.trimStart()}${key}: ${value!.replace(/\s+#.*$/, '').slice(0, 60)}`,
      }),
    };
  }
  const bracket = /:\s+([｛［])/.exec(line)?.[1];
  if (!bracket) return undefined;
  const plain = bracket === '｛' ? '{ }' : '[ ]';
  return {
    what: say('A full-width bracket ({bracket}) begins the value.', { bracket }),
    fix: say('Write plain brackets: {brackets}.', { brackets: plain }),
  };
}

interface Message {
  what: Words;
  fix: Words;
}

const colonInText: Message = {
  what: say('A second colon on this line makes the text look like a key.'),
  fix: say('Put the text between double quotes: name: "Hub: phase two".'),
};

const indentation: Message = {
  what: say('This line is indented, but the line before it already has a value.'),
  fix: say('Indent it as its neighbours, two spaces a level.'),
};

function missing(message: string, line: string): Message {
  if (message.includes('quote')) {
    return {
      what: say('A quotation mark is opened and not closed.'),
      fix: say('Close it at the end of the text.'),
    };
  }
  if (/^\s*(- )?[\w-]+:\S/.test(line)) {
    return {
      what: say('A space is missing after the colon.'),
      fix: say('Write `key: value`, with a space.'),
    };
  }
  if (message.includes('key') || message.includes('map')) {
    return {
      what: say('This line is no `key: value`, though its neighbours are.'),
      fix: say('Add the colon and a space after the key, or put a text of several lines between quotes.'),
    };
  }
  return { what: sentence(message), fix: say('Add the missing character.') };
}

function specialStart(character: string): Message {
  return {
    what: say('Unquoted text cannot begin with {character}.', { character }),
    fix: say('Put the text between double quotes: "{character}…".', { character }),
  };
}

function shape(message: string, line: string): Message {
  if (message.startsWith('Flow')) {
    return {
      what: say('A bracket is opened and not closed.'),
      fix: say('Close the list with ] or the map with }.'),
    };
  }
  if (/^\s*(- )?[\w-]+: +(["']).*\2 *\S/.test(line)) {
    return {
      what: say('Something stands after the closing quotation mark.'),
      fix: say('Put all of the text inside the quotes.'),
    };
  }
  if (/same column|indent|node end|item/i.test(message)) {
    return {
      what: say('This line does not line up with its neighbours.'),
      fix: say('Indent entries of one list or map alike, two spaces a level; begin list entries with `- `.'),
    };
  }
  return { what: sentence(message), fix: say('Compare the line with its neighbours.') };
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}
