/** The arguments of `mismatch match`, checked all at once. */

import type { ColumnMap } from '../files/column-map.ts';
import type { FileMatcher, FileSource } from '../linkage/files/link-files.ts';
import type { FileScope } from '../linkage/files/scope.ts';
import type { DecisionRule } from '../linkage/rule.ts';

/** The options as they were written; what is not given is left out. */
export interface MatchFlags {
  readonly map?: string | undefined;
  readonly mapRequests?: string | undefined;
  readonly mapTaxpayers?: string | undefined;
  readonly mapTruth?: string | undefined;
  readonly matcher?: string | undefined;
  readonly place?: string | undefined;
  readonly threshold?: string | undefined;
  readonly rule?: string | undefined;
  readonly truth?: string | undefined;
  readonly out?: string | undefined;
  readonly force?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

export interface SettledMatch {
  readonly requests: FileSource;
  readonly taxpayers: FileSource;
  readonly truth?: FileSource;
  readonly matcher: FileMatcher & { readonly id: string };
  readonly scope: FileScope;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly out: string;
}

/** Throws an InputError with a line for every mistake. */
export async function settleMatch(
  requests: string,
  taxpayers: string,
  flags: MatchFlags,
): Promise<SettledMatch> {
  const [
    { columnMap },
    { recordColumns },
    { matchers },
    { fileScopes },
    { fileRules },
    { outputProblems },
    { truthColumns },
    { numberArgument },
    { InputError },
    { choice },
  ] = await Promise.all([
    import('../files/column-map.ts'),
    import('../files/read-records.ts'),
    import('../matching/matchers/index.ts'),
    import('../linkage/files/scope.ts'),
    import('../linkage/rules/index.ts'),
    import('../linkage/files/write-links.ts'),
    import('../linkage/files/blocking-loss.ts'),
    import('../scenario/number-argument.ts'),
    import('../scenario/input-error.ts'),
    import('../scenario/choice-argument.ts'),
  ]);
  const problems: string[] = [];
  const wanted = flags.matcher ?? 'jaro-winkler';
  const matcher = OWN_MATCHER.test(wanted)
    ? await ownMatcher(wanted, problems)
    : choice('matcher', wanted, matchers, problems);
  const scope = choice('place', flags.place ?? 'zip', fileScopes, problems);
  const rule = choice('rule', flags.rule ?? 'all', fileRules, problems);
  const threshold = numberArgument(
    'threshold',
    flags.threshold,
    'a score above 0, up to 1',
    (value) => value > 0 && value <= 1,
    problems,
  );
  const map = (flag: string, text: string | undefined, fields: readonly string[]): ColumnMap =>
    columnMap(flag, text, fields, problems);
  const both = map('map', flags.map, recordColumns);
  const ofRequests = map('map-requests', flags.mapRequests, recordColumns);
  const ofTaxpayers = map('map-taxpayers', flags.mapTaxpayers, recordColumns);
  const ofTruth = map('map-truth', flags.mapTruth, truthColumns);
  const out = flags.out ?? 'links.csv';
  problems.push(...outputProblems(out, flags.force === true));
  if (matcher === undefined || scope === undefined || rule === undefined || problems.length > 0) {
    throw new InputError(problems);
  }
  return {
    requests: { path: requests, map: { ...both, ...ofRequests } },
    taxpayers: { path: taxpayers, map: { ...both, ...ofTaxpayers } },
    ...(flags.truth === undefined ? {} : { truth: { path: flags.truth, map: ofTruth } }),
    matcher,
    scope,
    threshold: threshold ?? 0.92,
    rule,
    out,
  };
}

/** A path: an ES module of the user. */
const OWN_MATCHER = /[/\\]|\.[mc]?[jt]s$/;

async function ownMatcher(path: string, problems: string[]): Promise<SettledMatch['matcher'] | undefined> {
  const [{ loadMatcher }, { InputError }] = await Promise.all([
    import('../matching/own-matcher.ts'),
    import('../scenario/input-error.ts'),
  ]);
  try {
    return await loadMatcher(path, () => performance.now());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
