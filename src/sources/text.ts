import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { say, type Words } from '../errors/message.ts';

/** Largest file that is read, in bytes. */
export const largestFile = 1_000_000;

/**
 * Decodes the bytes of a file as UTF-8; a byte order mark of UTF-8 is dropped.
 *
 * @returns the text, or the fault that says why it is none (`ST-S001`, `ST-S002`)
 */
export function decodeText(bytes: Uint8Array, file: string): string | Fault {
  const place = { file, line: 1, column: 1 };
  if (bytes.length > largestFile) return tooLarge(bytes.length, place);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return notText(say('This file is encoded as UTF-16.'), place);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const what = isChinese(bytes)
      ? say('This file is not UTF-8; its bytes fit the Chinese encoding GB18030 (GBK).')
      : say('This file holds bytes that are not UTF-8 (another encoding, or not text).');
    return notText(what, place);
  }
}

/** Whether bytes read as GB18030 are text with Chinese characters and nothing strange. */
function isChinese(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(text) && !strangeCharacter(text);
  } catch {
    return false;
  }
}

/** Checks size, characters and tabs of a text before anything reads it; `at` makes a place of an offset. */
export function checkText(text: string, at: (offset: number, length?: number) => Place): Fault[] {
  if (text.length > largestFile) return [tooLarge(text.length, at(0))];
  if (/^\s*$/.test(text)) {
    return [error('ST-S012', say('This file is empty.'), say('Fill it or delete it.'), { place: at(0) })];
  }
  const faults: Fault[] = [];
  const strange = strangeCharacter(text);
  if (strange) {
    const what = say('This text holds the invisible character {name}.', { name: strange.name });
    faults.push(notText(what, at(strange.offset, 1)));
  }
  const tab = text.indexOf('\t');
  if (tab >= 0) {
    const lines = text.split('\n').filter((line) => line.includes('\t')).length;
    const what =
      lines === 1
        ? say('This line holds a tab character.')
        : say('{lines} lines hold tab characters.', { lines });
    const fix = say('Replace each tab by spaces, two a level.');
    faults.push(error('ST-S005', what, fix, { place: at(tab, 1) }));
  }
  return faults;
}

/**
 * Finds the first control, text-reordering or broken character: they can hide or forge what a reader sees.
 *
 * @returns its offset and its name (`U+0000`), or undefined where all characters are visible
 */
export function strangeCharacter(text: string): { offset: number; name: string } | undefined {
  const found = strange.exec(text);
  if (!found) return undefined;
  const name = `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return { offset: found.index, name };
}

// Control characters but tab, line feed and carriage return; bidirectional controls; byte order mark; lone surrogates.
const strange =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function tooLarge(size: number, place: Place): Fault {
  return error(
    'ST-S002',
    say('This file has {size} MB; at most {most} MB are read.', {
      size: (size / 1e6).toFixed(1),
      most: largestFile / 1e6,
    }),
    say('Split it into several files.'),
    { place },
  );
}

function notText(what: Words, place: Place): Fault {
  return error('ST-S001', what, say('Save it as plain UTF-8 text.'), { place });
}
