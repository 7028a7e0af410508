/** `mismatch evaluate <links> <truth>`: anybody's links, scored against the truth. */

import type { Command } from '@commander-js/extra-typings';
import { CheckFailed } from '../check-failed.ts';
import { type EvaluateFlags, settleEvaluation } from '../settle-evaluation.ts';

export function register(program: Command): void {
  program
    .command('evaluate')
    .description('score links (ours, Splink’s, a vendor’s) against the truth, with intervals')
    .argument(
      '<links>',
      'request_id, taxpayer_id and, if there is one, score: CSV, gzipped CSV, Parquet or DuckDB',
    )
    .argument('<truth>', 'request_id and taxpayer_id, empty where the requested person is not in the file')
    .option('--map-links <mapping>', 'columns of other names in the links: request_id=id_l,score=probability')
    .option('--map-truth <mapping>', 'columns of other names in the truth')
    .option('--taxpayers <file>', 'the taxpayers that were searched, by taxpayer_id, to know other ids by')
    .option('--map-taxpayers <mapping>', 'columns of other names in that file')
    .option('--group <column>', 'measure also by this column of the truth or of --taxpayers')
    .option('--thresholds <list>', 'measure also at thresholds: 0.8,0.9 or from:to:step as in 0.7:1:0.05')
    .option('--unlisted <how>', 'links of requests that the truth lacks: unknown (left out) or wrong')
    .option('--level <share>', 'level of the intervals (default: 0.95)')
    .option('--min <checks>', 'exit code 3 unless precision=0.9,recall=0.8,f1=0.85 or the like are reached')
    .option('--json', 'print one JSON document')
    .action(run);
}

async function run(links: string, truth: string, flags: EvaluateFlags): Promise<void> {
  const { files, options, least } = await settleEvaluation(links, truth, flags);
  const [{ evaluateTable }, { readLinks }, { InputError }, { evaluationText, failures }] = await Promise.all([
    import('../../estimation/evaluate-links.ts'),
    import('../../estimation/read-links.ts'),
    import('../../scenario/input-error.ts'),
    import('../evaluation-text.ts'),
  ]);
  const { table, hasScores, ...about } = await readLinks(files);
  if (options.thresholds !== undefined && !hasScores) {
    throw new InputError([
      `${links}:1: no column score; allowed: --thresholds only where every link has a score; found: none`,
    ]);
  }
  const evaluation = evaluateTable(table, { ...options, ...about });
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(evaluation, null, 2)}\n`
      : `${evaluationText(evaluation, { knowsTaxpayers: about.isTaxpayer !== undefined, unlisted: options.unlisted })}\n`,
  );
  const failed = failures(evaluation.oneToMany, least);
  if (failed.length > 0) throw new CheckFailed(failed.join('\n'));
}
