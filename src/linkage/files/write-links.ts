/**
 * The files of a linkage: the links, and the rows that could not be used. They are written beside their places and
 * renamed when both are whole, so that no half of one is ever there.
 */

import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { exportDirectory } from '../../export/export-directory.ts';
import type { RowFile } from '../../export/file-format.ts';
import { csv } from '../../export/formats/csv.ts';
import { fileFormats, formatProblem } from '../../export/formats/index.ts';
import type { Reject } from '../../files/read-records.ts';
import type { FoundLink } from './found-links.ts';
import type { ReadFiles } from './read-files.ts';

const linkColumns = ['request_id', 'taxpayer_id', 'score'] as const;
const REJECTS = 'rejects.csv';
const REJECT_COLUMNS = ['file', 'line', 'reason'];

export interface LinkWriter {
  /** Writes down a row of `file` that is not used. */
  reject(file: string, reject: Reject): void;
  readonly rejected: number;
  /** Writes the links, puts the files in their places, and returns how many links there are. */
  finish(
    links: Iterable<FoundLink>,
    files: ReadFiles,
    about: Readonly<Record<string, string>>,
  ): Promise<number>;
  /** Leaves nothing of what was written. */
  discard(): void;
}

/** Where the rejected rows of links at `out` go. */
export const rejectsPath = (out: string) => join(dirname(out), REJECTS);

/** The format that the ending of a path asks for. */
const formatOf = (out: string) => fileFormats.find(({ id }) => `.${id}` === extname(out));

/** Why links cannot be written to this path, as lines to show. */
export function outputProblems(out: string, force: boolean): readonly string[] {
  const problems: string[] = [];
  const format = formatOf(out);
  if (format === undefined) {
    const endings = fileFormats.map(({ id }) => `.${id}`);
    problems.push(`--out: unknown ending; allowed: ${endings.join(', ')}; found: ${out}`);
  } else {
    const problem = formatProblem('out', format);
    if (problem !== undefined) problems.push(problem);
  }
  if (basename(out) === REJECTS) {
    problems.push(`--out: the name of the rejected rows; allowed: another name; found: ${out}`);
  }
  const standing = [out, rejectsPath(out)].filter((path) => !force && existsSync(path));
  for (const path of new Set(standing)) {
    problems.push(`--out: there already; allowed: a new file, or --force to replace it; found: ${path}`);
  }
  return problems;
}

/** Begins the files; `out` ends in the id of a file format. */
export function linkWriter(out: string): LinkWriter {
  const directory = exportDirectory(dirname(out), 'or raise --threshold');
  const format = formatOf(out) ?? csv;
  let rejects: RowFile | undefined;
  let rejected = 0;
  return {
    get rejected() {
      return rejected;
    },
    reject(file, { line, reason }) {
      rejects ??= csv.begin(REJECT_COLUMNS, directory.open(REJECTS), {}, 'rejects');
      rejects.write([file, String(line), reason]);
      rejected++;
    },
    async finish(links, { requests, taxpayers }, about) {
      const file = format.begin(linkColumns, directory.open(basename(out)), about, 'links');
      let written = 0;
      for (const { request, taxpayer, score } of links) {
        file.write([requests.ids.text(request), taxpayers.ids.text(taxpayer), String(score)]);
        written++;
      }
      file.end();
      if (file.convert !== undefined) await directory.rewrite(basename(out), file.convert);
      rejects?.end();
      directory.keep(rejects === undefined ? [REJECTS] : []);
      return written;
    },
    discard: () => directory.discard(),
  };
}
