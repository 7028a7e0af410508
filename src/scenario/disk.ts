/**
 * What a disk may refuse, said so that a user can do something about it, and making directories. Every room that
 * writes uses these, so that the same failure has the same words.
 */

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from './input-error.ts';

/**
 * Makes a directory and those above it that are missing; returns those it made, the innermost first. (The recursive
 * mkdir of Node never returns where the system says of a directory in an existing one that there is no such place,
 * as it does under /proc.)
 */
export function makeDirectory(path: string): readonly string[] {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return [];
    throw Object.assign(new Error(), { code: 'EEXIST' });
  }
  const parent = dirname(path);
  const above = parent === path ? [] : makeDirectory(parent);
  mkdirSync(path);
  return [path, ...above];
}

/**
 * The failure of a write in one line: an InputError where the path is at fault, an Error where the disk is full, with
 * what to do then; any other failure as it is.
 */
export function diskError(path: string, error: unknown, whenFull: string): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Error(`${path}: cannot be written; the disk is full: make room, ${whenFull}`);
  }
  const reason = reasons[code];
  return reason === undefined ? (error as Error) : new InputError([`${path}: cannot be written; ${reason}`]);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'a part of the path is a file',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a directory',
  ENOENT: 'a part of the path does not exist and cannot be made',
  ENAMETOOLONG: 'the path is too long',
};
