/**
 * Writes an export: taxpayers, requests, and the truth about both, ZIP area by ZIP area. What is in memory is one
 * ZIP area and the rows that a format gathers, however many rows there are. The same world, ZIP areas and format
 * give the same bytes.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { type ExportedFile, exportedFiles, recordCells } from './columns.ts';
import type { ExportDirectory } from './export-directory.ts';
import type { FileFormat } from './file-format.ts';
import { fileFormats } from './formats/index.ts';
import { exportedRequest, type RequestsByZip } from './requests.ts';
import { fileFacts, MARK_FILE, markText, type Provenance } from './synthetic-mark.ts';
import { type ExportedWorld, taxpayerId, taxpayersOf, truthCells } from './taxpayers.ts';

export interface ExportPlan {
  /** The ZIP areas, ascending. */
  readonly chosen: readonly number[];
  readonly requests: RequestsByZip;
  readonly format: FileFormat;
  readonly provenance: Provenance;
}

export interface WrittenFile {
  /** With its ending: `taxpayers.csv`. */
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Told after each ZIP area how many taxpayers are written. */
  readonly onProgress?: (taxpayers: number) => void;
}

const names = Object.keys(exportedFiles) as readonly ExportedFile[];
const everyFile = fileFormats.flatMap(({ id }) => names.map((name) => `${name}.${id}`));

/**
 * Writes the files of a plan and the mark beside them. Rejects with the signal's reason when aborted; whenever it
 * rejects, nothing that it wrote is left.
 */
export async function writeExport(
  world: ExportedWorld,
  { chosen, requests, format, provenance }: ExportPlan,
  directory: ExportDirectory,
  { signal, onProgress }: ExportOptions = {},
): Promise<readonly WrittenFile[]> {
  try {
    const about = fileFacts(provenance);
    const open = (name: ExportedFile) => {
      const fileName = `${name}.${format.id}`;
      const file = format.begin(exportedFiles[name], directory.open(fileName), about, name);
      let rows = 0;
      return {
        write(cells: readonly string[]) {
          file.write(cells);
          rows++;
        },
        async end(): Promise<WrittenFile> {
          file.end();
          if (file.convert !== undefined) await directory.rewrite(fileName, file.convert);
          return { name: fileName, rows, bytes: directory.bytes(fileName) };
        },
      };
    };
    const files = {
      taxpayers: open('taxpayers'),
      requests: open('requests'),
      truth: open('truth'),
      'taxpayer-truth': open('taxpayer-truth'),
    } satisfies Readonly<Record<ExportedFile, unknown>>;

    const isExported = new Set(chosen);
    let taxpayers = 0;
    for (const zip of chosen) {
      const area = world.population.layout.area(zip);
      for (const taxpayer of taxpayersOf(world, area)) {
        files.taxpayers.write(recordCells(taxpayer.record));
        files['taxpayer-truth'].write(truthCells(taxpayer));
      }
      for (const j of requests.get(zip) ?? []) {
        const { record, informationDate, taxpayer, home } = exportedRequest(world.requests, j);
        const isIn = taxpayer >= 0 && isExported.has(home.zip);
        files.requests.write([...recordCells(record), informationDate]);
        files.truth.write([record.recordId, isIn ? taxpayerId(taxpayer) : '']);
      }
      taxpayers += area.people;
      onProgress?.(taxpayers);
      await turn();
      signal?.throwIfAborted();
    }

    const written: WrittenFile[] = [];
    for (const name of names) written.push(await files[name].end());
    signal?.throwIfAborted();
    directory.open(MARK_FILE)(Buffer.from(markText(provenance, written), 'utf8'));
    directory.keep([...everyFile, MARK_FILE]);
    return written;
  } catch (error) {
    directory.discard();
    throw error;
  }
}
