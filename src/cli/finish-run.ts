/** Writes the report of a finished run into its directory, and the manifest that says it is complete. */

import { type RunDirectory, sha256 } from '../execution/run-directory.ts';
import type { Run } from '../execution/simulate.ts';
import type { Draw } from '../report/render.ts';
import { type RenderedFiles, renderFiles } from '../report/write.ts';

/**
 * @param started when the run began, by `performance.now()`
 * @param draw draws the charts; in this thread unless given
 */
export async function finishRun(
  directory: RunDirectory,
  { summary, manifest }: Run,
  started: number,
  draw?: Draw,
): Promise<RenderedFiles> {
  const rendered = await renderFiles(summary, draw);
  directory.writeFiles(rendered.files);
  directory.writeManifest({
    ...manifest,
    complete: true,
    files: Object.fromEntries([...rendered.files].map(([name, content]) => [name, sha256(content)])),
    wallSeconds: Math.round((performance.now() - started) / 100) / 10,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  });
  return rendered;
}
