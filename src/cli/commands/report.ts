/** `mismatch report <run dir>`: renders a finished run again from its tallies; nothing is simulated. */

import type { Command } from '@commander-js/extra-typings';

export function register(program: Command): void {
  program
    .command('report')
    .description('render a finished run again from its stored tallies; nothing is simulated')
    .argument('<run-directory>', 'a directory that simulate made')
    .option('--json', 'print the summary as one JSON document')
    .option('--quiet', 'say nothing but errors')
    .action(async (path, { json, quiet }) => {
      const [{ summaryOfRun }, { readManifest, runDirectory, sha256 }, { renderFiles }, { plainSummary }] =
        await Promise.all([
          import('../../execution/simulate-draws.ts'),
          import('../../execution/run-directory.ts'),
          import('../../report/write.ts'),
          import('../../report/plain-text.ts'),
        ]);
      const summary = summaryOfRun(path);
      const { files, notes } = await renderFiles(summary);
      const directory = runDirectory(path);
      directory.writeFiles(files);
      directory.writeManifest({
        ...readManifest(path),
        complete: true,
        files: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])),
      });
      if (!quiet) for (const note of notes) console.error(note);
      if (json) process.stdout.write(files.get('summary.json') as string);
      else if (!quiet) process.stdout.write(plainSummary(summary));
    });
}
