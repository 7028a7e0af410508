/** The file formats of an export, in the order in which they are offered; the first is the default. */

import type { FileFormat } from '../file-format.ts';
import { csv } from './csv.ts';
import { duckdb } from './duckdb.ts';
import { parquet } from './parquet.ts';

export const fileFormats: readonly FileFormat[] = [csv, parquet, duckdb];

/** Why files of a format cannot be written here, as a line to show; `undefined` where they can. */
export function formatProblem(flag: string, { id, lacking }: FileFormat): string | undefined {
  const missing = lacking?.();
  if (missing === undefined) return undefined;
  const others = fileFormats.filter((format) => format.lacking === undefined).map((format) => format.id);
  return `--${flag}: ${id} cannot be written; allowed: ${others.join(', ')}, or npm install ${missing}; found: no ${missing}`;
}
