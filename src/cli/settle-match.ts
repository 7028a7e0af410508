/** The arguments of `mismatch match`, checked all at once. */

import type { ColumnMap } from '../files/column-map.ts';
import type { FileSource } from '../linkage/files/read-files.ts';
import type { FileScope } from '../linkage/files/scope.ts';
import type { DecisionRule } from '../linkage/rule.ts';
import type { AskedMatcher } from '../matching/asked-matcher.ts';
import type { IdentifierOptions } from '../matching/identifiers.ts';
import type { Matcher } from '../matching/matcher.ts';

/** The options as they were written; what is not given is left out. */
export interface MatchFlags {
  readonly map?: string | undefined;
  readonly mapRequests?: string | undefined;
  readonly mapTaxpayers?: string | undefined;
  readonly mapTruth?: string | undefined;
  readonly matcher?: string | undefined;
  readonly dateOfBirth?: string | undefined;
  readonly tin?: string | undefined;
  readonly frequencies?: string | undefined;
  readonly place?: string | undefined;
  readonly threshold?: string | undefined;
  readonly rule?: string | undefined;
  readonly truth?: string | undefined;
  readonly workers?: string | undefined;
  readonly out?: string | undefined;
  readonly force?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

export interface SettledMatch {
  readonly requests: FileSource;
  readonly taxpayers: FileSource;
  readonly truth?: FileSource;
  readonly matcher: Matcher;
  /** What was asked for, as threads are told of it. */
  readonly asked: AskedMatcher;
  readonly scope: FileScope;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly workers: number;
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
    { fileScopes },
    { fileRules },
    { outputProblems },
    { truthColumns },
    { numberArgument, workersArgument },
    { InputError },
    { choice },
    { availableParallelism },
  ] = await Promise.all([
    import('../files/column-map.ts'),
    import('../files/read-records.ts'),
    import('../linkage/files/scope.ts'),
    import('../linkage/rules/index.ts'),
    import('../linkage/files/write-links.ts'),
    import('../linkage/files/blocking-loss.ts'),
    import('../scenario/number-argument.ts'),
    import('../scenario/input-error.ts'),
    import('../scenario/choice-argument.ts'),
    import('node:os'),
  ]);
  const problems: string[] = [];
  const asked: AskedMatcher = {
    wanted: flags.matcher ?? 'jaro-winkler',
    identifiers: await identifierUses(flags, problems),
    ...(await frequencies(flags, problems)),
  };
  const matcher = await loaded(asked, problems);
  const scope = choice('place', flags.place ?? 'zip', fileScopes, problems);
  const rule = choice('rule', flags.rule ?? 'all', fileRules, problems);
  const threshold = numberArgument(
    'threshold',
    flags.threshold,
    'a score above 0, up to 1',
    (value) => value > 0 && value <= 1,
    problems,
  );
  const workers = workersArgument(flags.workers, problems);
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
    asked,
    scope,
    threshold: threshold ?? 0.92,
    rule,
    workers: workers ?? availableParallelism(),
    out,
  };
}

/** The matcher that was asked for, or undefined with lines that say why there is none. */
async function loaded(asked: AskedMatcher, problems: string[]): Promise<Matcher | undefined> {
  const [{ askedMatcher, isModulePath }, { nationalFrequency }, { matchers }, { choice }, { InputError }] =
    await Promise.all([
      import('../matching/asked-matcher.ts'),
      import('../linkage/national-frequency.ts'),
      import('../matching/matchers/index.ts'),
      import('../scenario/choice-argument.ts'),
      import('../scenario/input-error.ts'),
    ]);
  const { wanted } = asked;
  if (!isModulePath(wanted) && choice('matcher', wanted, matchers, problems) === undefined) return undefined;
  try {
    return await askedMatcher(asked, () => performance.now(), nationalFrequency);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** What the matcher is told of how common names are: settled for the one that makes use of it, refused for any other. */
async function frequencies(
  { matcher, frequencies: text }: MatchFlags,
  problems: string[],
): Promise<Pick<AskedMatcher, 'frequencies'>> {
  if (matcher !== 'fellegi-sunter') {
    if (text !== undefined) {
      problems.push(
        `--frequencies: only of one matcher; allowed: --matcher fellegi-sunter; found: ${matcher ?? 'jaro-winkler'}`,
      );
    }
    return {};
  }
  const [{ frequencyChoices }, { choice }] = await Promise.all([
    import('../matching/asked-matcher.ts'),
    import('../scenario/choice-argument.ts'),
  ]);
  const chosen = choice('frequencies', text ?? frequencyChoices[0].id, frequencyChoices, problems);
  return chosen === undefined ? {} : { frequencies: chosen.id };
}

const identifierFlags = [
  { flag: 'date-of-birth', field: 'dateOfBirth' },
  { flag: 'tin', field: 'tin' },
] as const;

/** How date of birth and taxpayer number are to be used; nothing of those that were not asked for. */
async function identifierUses(flags: MatchFlags, problems: string[]): Promise<IdentifierOptions> {
  const [{ identifierUses: uses }, { choice }] = await Promise.all([
    import('../matching/identifiers.ts'),
    import('../scenario/choice-argument.ts'),
  ]);
  const registry = uses.map((id) => ({ id }));
  return Object.fromEntries(
    identifierFlags.flatMap(({ flag, field }) => {
      const text = flags[field];
      const use = text === undefined ? undefined : choice(flag, text, registry, problems);
      return use === undefined ? [] : [[field, use.id] as const];
    }),
  );
}
