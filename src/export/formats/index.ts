/** The file formats of an export, in the order in which they are offered; the first is the default. */

import type { FileFormat } from '../file-format.ts';
import { csv } from './csv.ts';
import { parquet } from './parquet.ts';

export const fileFormats: readonly FileFormat[] = [csv, parquet];
