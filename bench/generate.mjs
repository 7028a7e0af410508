/**
 * Speed and memory of `mismatch generate` for about a million taxpayers, in each format, each in a process of its
 * own. The bounds are those of the design: 200,000 rows a second as CSV, 300 MB whatever the format.
 *
 *   npm run build && node bench/generate.mjs [share of the ZIP areas]
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDirectory } from '../dist/export/export-directory.js';
import { settleExport } from '../dist/export/settle-export.js';
import { writeExport } from '../dist/export/write-export.js';

const [zips = '0.005', format] = process.argv.slice(2);

if (format === undefined) {
  for (const one of ['csv', 'parquet']) {
    spawnSync(process.execPath, [import.meta.filename, zips, one], { stdio: 'inherit' });
  }
} else {
  const out = mkdtempSync(join(tmpdir(), 'mismatch-bench-'));
  try {
    const { world, plan, taxpayers } = settleExport(
      { scenario: 'irs-ice-2025', zips, format },
      'mismatch bench',
    );
    const started = performance.now();
    const files = await writeExport(world, plan, exportDirectory(join(out, format)));
    const seconds = (performance.now() - started) / 1000;
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
    console.log(
      `${format}: ${taxpayers} taxpayers in ${seconds.toFixed(1)} s, ${Math.round(taxpayers / seconds)} taxpayers/s, ` +
        `${Math.round(rows / seconds)} rows/s in all files, peak memory ${megabytes} MB`,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}
