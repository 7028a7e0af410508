/** What keeps a file from being read, in words: one line, whoever's fault it is. */

import { InputError } from '../scenario/input-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  Z_BUF_ERROR: 'the compressed file ends too early',
  Z_DATA_ERROR: 'the compressed file is damaged',
};

/** An InputError that names the file where the file is at fault; any other failure as it is. */
export function unreadable(path: string, error: unknown): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return reason === undefined ? error : new InputError([`${path}: cannot be read; ${reason}`]);
}
