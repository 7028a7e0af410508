/**
 * The directory of an export. Files are written beside their places and renamed into them when all are whole, so
 * that whatever stops an export, no file is ever half there and an earlier export stays as it was.
 */

import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { diskError, makeDirectory } from '../scenario/disk.ts';

export interface ExportDirectory {
  readonly path: string;
  /** Begins a file of this name, and gives what appends to it. */
  open(name: string): (bytes: Uint8Array) => void;
  /** Closes a file and lets `work` make another of it, at the path where it is for now. */
  rewrite(name: string, work: (path: string) => Promise<void>): Promise<void>;
  /** Bytes written to a file so far. */
  bytes(name: string): number;
  /** Puts all files in their places, after removing those of `stale` that are no longer true. */
  keep(stale: readonly string[]): void;
  /** Removes what was written, and the directories that were made for it. */
  discard(): void;
}

const UNFINISHED = '.unfinished';
const WHEN_FULL = 'or export fewer ZIP areas';

/** Why nothing can be exported to this place, as a line to show, or `undefined` if it can be tried. */
export function outputProblem(path: string, force: boolean): string | undefined {
  try {
    if (!existsSync(path) || force || readdirSync(path).length === 0) return undefined;
    return `--out: not empty; allowed: a new or empty directory, or --force to replace an export; found: ${path}`;
  } catch (error) {
    return diskError(path, error, WHEN_FULL).message;
  }
}

/** The first of `synthetic/<id>-1`, `synthetic/<id>-2` ... that does not exist. */
export function freeExportPath(id: string): string {
  for (let n = 1; ; n++) {
    const path = join('synthetic', `${id}-${n}`);
    if (!existsSync(path)) return path;
  }
}

/**
 * Begins an export; an InputError of one line where nothing can be written.
 * @param whenFull what else can be done when the disk is full, in words
 */
export function exportDirectory(path: string, whenFull: string = WHEN_FULL): ExportDirectory {
  const attempt = <T>(at: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw diskError(at, error, whenFull);
    }
  };
  const made = attempt(path, () => makeDirectory(path));
  const files = new Map<string, { readonly descriptor: number; bytes: number; isClosed: boolean }>();
  const beside = (name: string) => join(path, `${name}${UNFINISHED}`);
  return {
    path,
    open(name) {
      const file = {
        descriptor: attempt(path, () => openSync(beside(name), 'w')),
        bytes: 0,
        isClosed: false,
      };
      files.set(name, file);
      return (bytes) => {
        for (let from = 0; from < bytes.length; ) {
          from += attempt(path, () => writeSync(file.descriptor, bytes, from));
        }
        file.bytes += bytes.length;
      };
    },
    async rewrite(name, work) {
      const file = files.get(name);
      if (file === undefined) throw new RangeError(`no such file is open: ${name}`);
      file.isClosed = true;
      attempt(path, () => closeSync(file.descriptor));
      await work(beside(name));
      file.bytes = attempt(path, () => statSync(beside(name))).size;
    },
    bytes: (name) => files.get(name)?.bytes ?? 0,
    keep(stale) {
      for (const { descriptor, isClosed } of files.values()) {
        if (!isClosed) attempt(path, () => closeSync(descriptor));
      }
      attempt(path, () => {
        for (const name of stale) rmSync(join(path, name), { force: true });
        for (const name of files.keys()) renameSync(beside(name), join(path, name));
      });
      files.clear();
    },
    discard() {
      for (const [name, { descriptor, isClosed }] of files) {
        try {
          if (!isClosed) closeSync(descriptor);
        } catch {
          // Closed already: what counts is that the file goes.
        }
        rmSync(beside(name), { force: true });
      }
      files.clear();
      for (const directory of made) if (readdirSync(directory).length === 0) rmdirSync(directory);
    },
  };
}
