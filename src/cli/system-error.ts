const meant: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you have no right to it',
  EPERM: 'you have no right to it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk may only be read',
};

/** Why the system refused a file, in words; its own for what is rare. */
export function systemError(problem: unknown): string {
  const { code = '', message } = problem as NodeJS.ErrnoException;
  return meant[code] ?? message;
}
