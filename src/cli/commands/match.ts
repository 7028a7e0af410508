/** `mismatch match <requests> <taxpayers>`: a matcher on anybody's files. */

import type { Command } from '@commander-js/extra-typings';
import type { ReadFiles } from '../../linkage/files/read-files.ts';
import type { RecordColumns } from '../../linkage/files/record-columns.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { Interrupted } from '../interrupted.ts';
import { type MatchFlags, type SettledMatch, settleMatch } from '../settle-match.ts';

export function register(program: Command): void {
  program
    .command('match')
    .description('link two files of people (CSV, gzipped CSV, Parquet or DuckDB) by a matcher')
    .argument('<requests>', 'the people who are looked for')
    .argument('<taxpayers>', 'the people among whom they are looked for')
    .option('--map <mapping>', 'columns of other names in both files: surname=last_name,zip=postcode')
    .option('--map-requests <mapping>', 'the same for the requests only')
    .option('--map-taxpayers <mapping>', 'the same for the taxpayers only')
    .option(
      '--matcher <id>',
      'see mismatch matchers, or an ES module of your own: ./mine.js (default: jaro-winkler)',
    )
    .option(
      '--date-of-birth <use>',
      'date of birth as evidence: veto (none may differ), require (all must agree), weigh (a quarter of the score)',
    )
    .option('--tin <use>', 'taxpayer number as evidence: veto, require, weigh')
    .option(
      '--frequencies <of>',
      'fellegi-sunter: a rare name weighs more, by national shares, or not: national, none (default: national)',
    )
    .option('--place <scope>', 'how much of the place must agree: nation, state, zip, address (default: zip)')
    .option('--threshold <t>', 'lowest score of a link, above 0, up to 1 (default: 0.92)')
    .option('--rule <id>', 'which pairs count as links: all, best, unique (default: all)')
    .option('--truth <file>', 'report how many of these true pairs the place scope keeps apart')
    .option('--map-truth <mapping>', 'columns of other names in the truth')
    .option('--workers <n>', 'threads (default: one for each processor)')
    .option('--out <file>', 'where the links go, .csv, .parquet or .duckdb (default: links.csv)')
    .option('--force', 'replace files that are there already')
    .option('--json', 'print what was done as one JSON document')
    .option('--quiet', 'say nothing but errors')
    .action(run);
}

async function run(requests: string, taxpayers: string, flags: MatchFlags): Promise<void> {
  const asked = await settleMatch(requests, taxpayers, flags);
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted('interrupted; nothing was written'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const done = await link(asked, stop.signal, (line) => {
      if (!flags.quiet) console.error(line);
    });
    if (flags.json) process.stdout.write(`${JSON.stringify(done, null, 2)}\n`);
    else if (!flags.quiet) {
      const { exactCount } = await import('../../report/number.ts');
      process.stdout.write(`${exactCount(done.links)} ${done.links === 1 ? 'link' : 'links'}: ${done.out}\n`);
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** Links the files and writes what came of it; says what it will cost before, and what it took after. */
async function link(asked: SettledMatch, signal: AbortSignal, say: (line: string) => void) {
  const [
    { readFiles },
    { fileMatcher },
    { linkShares },
    { linkWriter, rejectsPath },
    { blockingLoss },
    { exactCount, percentage },
    { tool },
  ] = await Promise.all([
    import('../../linkage/files/read-files.ts'),
    import('../../linkage/files/file-matcher.ts'),
    import('../../execution/link-shares.ts'),
    import('../../linkage/files/write-links.ts'),
    import('../../linkage/files/blocking-loss.ts'),
    import('../../report/number.ts'),
    import('../../execution/tool.ts'),
  ]);
  const { scope, threshold, rule, out } = asked;
  const matcher = fileMatcher(asked.matcher, asked.asked);
  const { identifiers, frequencies } = asked.asked;
  const options = (prefix: string) =>
    Object.fromEntries(
      Object.entries({ ...identifiers, ...(frequencies && { frequencies }) }).map(([field, use]) => [
        `${prefix}${field}`,
        use,
      ]),
    );
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 100) / 10;
  if (frequencies !== undefined) say(`${asked.matcher.id}: ${asked.matcher.describe}`);
  const writer = linkWriter(out);
  try {
    const files = await readFiles({
      requests: asked.requests,
      taxpayers: asked.taxpayers,
      matcher,
      scope,
      signal,
      onReject: (side, reject) => writer.reject(asked[side].path, reject),
    });
    const { requests, taxpayers, blocks } = files;
    say(
      `${exactCount(requests.size)} requests, ${exactCount(taxpayers.size)} taxpayers; read in ${seconds()} s`,
    );
    if (writer.rejected > 0) {
      say(`${exactCount(writer.rejected)} rows cannot be used, for reasons in ${rejectsPath(out)}`);
    }
    const share = blocks.allPairs === 0 ? '' : `, ${percentage(blocks.pairs / blocks.allPairs)} of all`;
    say(`${exactCount(blocks.pairs)} pairs are ${scope.label}${share}`);
    for (const warning of await warnings(asked, matcher.searched !== undefined, files)) {
      say(warning);
    }

    const found = await linkShares(files, {
      matcher,
      asked: asked.asked,
      scope,
      threshold,
      workers: asked.workers,
      signal,
      onProgress: everyTenth(blocks.pairs, (percent) =>
        say(`${percent}% of the pairs compared, ${seconds()} s`),
      ),
    });
    const loss = asked.truth && (await blockingLoss(asked.truth.path, asked.truth.map, files));
    signal.throwIfAborted();
    const links = await writer.finish(found.matched(rule, taxpayers.ids), files, {
      'mismatch.tool': tool,
      'mismatch.matcher': asked.matcher.id,
      ...options('mismatch.'),
      'mismatch.place': scope.id,
      'mismatch.threshold': String(threshold),
      'mismatch.rule': rule.id,
    });
    if (loss !== undefined) {
      say(
        `of ${exactCount(loss.inFiles)} true pairs in both files ${exactCount(loss.lost)} are not ${scope.label}: no matcher can find them`,
      );
    }
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    say(
      `${exactCount(found.size)} pairs at ${threshold} or above; ${seconds()} s, ${exactCount(memory)} MB at most`,
    );
    return {
      schemaVersion: 1,
      tool,
      matcher: asked.matcher.id,
      ...options(''),
      place: scope.id,
      threshold,
      rule: rule.id,
      requests: requests.size,
      taxpayers: taxpayers.size,
      rejected: writer.rejected,
      pairs: { all: blocks.allPairs, compared: blocks.pairs, atThreshold: found.size },
      ...(loss === undefined ? {} : { blocking: loss }),
      links,
      out,
      ...(writer.rejected > 0 ? { rejects: rejectsPath(out) } : {}),
    };
  } catch (error) {
    writer.discard();
    throw error;
  }
}

const MANY_PAIRS = 1e9;
/** A linkage pair by pair that takes longer is told of beforehand. */
const LONG_MINUTES = 1;
const SECONDS_OF_TRIAL = 0.1;
/** Records of each file on which a matcher is tried, and the step by which those of one meet those of the other. */
const TRIED = 50;
const STRIDE = 7;

/** What to know before a linkage that takes long; nothing where it does not. */
async function warnings(
  { matcher, scope, workers }: SettledMatch,
  isSearched: boolean,
  files: ReadFiles,
): Promise<readonly string[]> {
  const { exactCount } = await import('../../report/number.ts');
  const { blocks } = files;
  if (blocks.pairs === 0) return [];
  const narrower = 'a narrower --place, such as zip, compares far fewer';
  if (isSearched) {
    const isWide = scope.id === 'nation' || scope.id === 'state';
    if (!isWide || blocks.pairs < MANY_PAIRS) return [];
    return [
      `warning: ${exactCount(blocks.pairs)} pairs meet; time and links grow with both files multiplied; ${narrower}`,
    ];
  }
  const perSecond = await speedOnFiles(matcher, files);
  const minutes = blocks.pairs / perSecond / workers / 60;
  if (minutes < LONG_MINUTES) return [];
  const time =
    minutes < 120
      ? `${exactCount(Math.round(minutes))} minutes`
      : `${exactCount(Math.round(minutes / 60))} hours`;
  return [
    `warning: ${matcher.id} scores each of ${exactCount(blocks.pairs)} pairs by itself, ${exactCount(perSecond)} a second here: about ${time} with --workers ${workers}; ${narrower}`,
  ];
}

/** Pairs a second of a matcher, tried on some pairs of the files. */
async function speedOnFiles(matcher: Matcher, { requests, taxpayers }: ReadFiles): Promise<number> {
  const [{ pairsPerSecond }, { recordReader }] = await Promise.all([
    import('../../execution/time-matchers.ts'),
    import('../../linkage/files/record-columns.ts'),
  ]);
  const some = (columns: RecordColumns) => {
    const read = recordReader(columns);
    return Array.from({ length: TRIED }, (_, i) => read(Math.floor((i * columns.size) / TRIED)));
  };
  const [left, right] = [some(requests), some(taxpayers)];
  const work = () => {
    for (let i = 0; i < TRIED; i++) matcher.score(left[i]!, right[(i * STRIDE) % TRIED]!);
    return TRIED;
  };
  return pairsPerSecond(work, { seconds: SECONDS_OF_TRIAL });
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
