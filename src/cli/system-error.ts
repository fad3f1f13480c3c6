import { type Message, say, type Words } from '../errors/message.ts';

const meant: Readonly<Record<string, Message>> = {
  ENOENT: say('there is no such file or folder'),
  EACCES: say('you have no right to it'),
  EPERM: say('you have no right to it'),
  EISDIR: say('it is a folder'),
  ENOTDIR: say('a part of the path is a file'),
  ENAMETOOLONG: say('its name is too long'),
  ENOSPC: say('the disk is full'),
  EROFS: say('the disk may only be read'),
};

/** Why the system refused a file, in words; its own for what is rare. */
export function systemError(problem: unknown): Words {
  const { code = '', message } = problem as NodeJS.ErrnoException;
  return meant[code] ?? message;
}
