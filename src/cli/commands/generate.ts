/** `mismatch generate [scenario]`: the invented taxpayers and requests themselves, as files for other tools. */

import type { Command } from '@commander-js/extra-typings';
import type { WrittenFile } from '../../export/write-export.ts';
import { Interrupted } from '../interrupted.ts';

const DEFAULT_SCENARIO = 'irs-ice-2025';

interface Flags {
  readonly requests?: string | undefined;
  readonly zips?: string | undefined;
  readonly state?: string | undefined;
  readonly seed?: string | undefined;
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly force?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

export function register(program: Command): void {
  program
    .command('generate')
    .description('write invented taxpayers and requests, and the truth about them, as CSV, Parquet or DuckDB')
    .argument('[scenario]', `a built-in scenario or a YAML file (default: ${DEFAULT_SCENARIO})`)
    .option('--requests <n>', 'no more than so many requests, a random sample of those recorded there')
    .option('--zips <share>', 'share of the ZIP areas, each of them whole (default: 0.001)')
    .option('--state <XX>', 'ZIP areas of this state only; all of them unless --zips is given')
    .option('--seed <n>', 'seed of all randomness, a whole number (default: 1)')
    .option('--format <id>', 'csv, parquet or duckdb (default: csv)')
    .option('--out <dir>', 'directory of the files (default: the next free synthetic/<scenario>-<n>)')
    .option('--force', 'replace the files of an export in a directory that is not empty')
    .option('--json', 'print what was written as one JSON document')
    .option('--quiet', 'say nothing but errors')
    .action(run);
}

async function run(reference: string | undefined, flags: Flags): Promise<void> {
  const { keepHeapSmall } = await import('../../execution/small-heap.ts');
  keepHeapSmall();
  const [{ DEFAULT_SHARE, settleExport }, { exportDirectory, freeExportPath }, { writeExport }, { tool }] =
    await Promise.all([
      import('../../export/settle-export.ts'),
      import('../../export/export-directory.ts'),
      import('../../export/write-export.ts'),
      import('../../execution/tool.ts'),
    ]);
  const { exactCount } = await import('../../report/number.ts');
  const say = (line: string) => {
    if (!flags.quiet) console.error(line);
  };

  const { world, plan, taxpayers } = settleExport(
    { scenario: reference ?? DEFAULT_SCENARIO, ...flags },
    tool,
  );
  const { scenario: id, scenarioSha256: sha256, seed, extent } = plan.provenance;
  if (flags.zips === undefined && flags.state === undefined) {
    say(
      `a share of ${DEFAULT_SHARE} of the ZIP areas; --zips <share> or --state <XX> for more, or elsewhere`,
    );
  }
  say(`${world.scenario.title}: seed ${seed}, ${extent}, ${exactCount(taxpayers)} taxpayers`);

  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted('interrupted; nothing was written'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const directory = exportDirectory(flags.out ?? freeExportPath(id));
    const files = await writeExport(world, plan, directory, {
      signal: stop.signal,
      onProgress: everyTenth(taxpayers, (percent) =>
        say(`${percent}% of ${exactCount(taxpayers)} taxpayers written`),
      ),
    });
    if (flags.json) {
      const document = {
        schemaVersion: 1,
        tool,
        synthetic: true,
        scenario: { id, title: world.scenario.title, sha256 },
        seed,
        zipAreas: plan.chosen.length,
        format: plan.format.id,
        directory: directory.path,
        files,
      };
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    } else if (!flags.quiet) {
      process.stdout.write(`${await listing(files)}\n\nSYNTHETIC, nobody is real: ${directory.path}\n`);
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

async function listing(files: readonly WrittenFile[]): Promise<string> {
  const [{ exactCount }, { table }] = await Promise.all([
    import('../../report/number.ts'),
    import('../../report/table.ts'),
  ]);
  return table(files, [
    { title: 'File', cell: ({ name }) => name },
    { title: 'Rows', cell: ({ rows }) => exactCount(rows), align: 'right' },
    { title: 'Bytes', cell: ({ bytes }) => exactCount(bytes), align: 'right' },
  ]);
}

/** Passes on a count out of `total` in whole tenths, each once. */
function everyTenth(total: number, show: (percent: number) => void): (done: number) => void {
  let shown = 0;
  return (done) => {
    const tenth = Math.floor((done / total) * 10);
    if (tenth > shown) show(tenth * 10);
    shown = tenth;
  };
}
