/** The arguments of `mismatch evaluate`, checked all at once. */

import type { EvaluateOptions } from '../estimation/evaluate-links.ts';
import type { EvaluatedFiles } from '../estimation/read-links.ts';

/** The options as they were written; what is not given is left out. */
export interface EvaluateFlags {
  readonly mapLinks?: string | undefined;
  readonly mapTruth?: string | undefined;
  readonly taxpayers?: string | undefined;
  readonly mapTaxpayers?: string | undefined;
  readonly group?: string | undefined;
  readonly thresholds?: string | undefined;
  readonly unlisted?: string | undefined;
  readonly level?: string | undefined;
  readonly min?: string | undefined;
  readonly json?: true | undefined;
}

/** What `--min` may ask of. */
export type CheckedRate = 'precision' | 'recall' | 'f1';
export type LeastRates = ReadonlyMap<CheckedRate, number>;

export interface SettledEvaluation {
  readonly files: EvaluatedFiles;
  readonly options: Pick<EvaluateOptions, 'level' | 'thresholds' | 'unlisted'>;
  readonly least: LeastRates;
}

const checkedRates: readonly CheckedRate[] = ['precision', 'recall', 'f1'];
const unlistedIds = [{ id: 'unknown' }, { id: 'wrong' }] as const;

/** Throws an InputError with a line for every mistake. */
export async function settleEvaluation(
  links: string,
  truth: string,
  flags: EvaluateFlags,
): Promise<SettledEvaluation> {
  const [{ columnMap }, columns, { numberArgument }, { choice }, { InputError }] = await Promise.all([
    import('../files/column-map.ts'),
    import('../estimation/read-links.ts'),
    import('../scenario/number-argument.ts'),
    import('../scenario/choice-argument.ts'),
    import('../scenario/input-error.ts'),
  ]);
  const problems: string[] = [];
  const share = (
    flag: string,
    text: string | undefined,
    allowed: string,
    isAllowed: (n: number) => boolean,
  ) => numberArgument(flag, text, allowed, isAllowed, problems);
  const level = share('level', flags.level, 'a share between 0 and 1', (n) => n > 0 && n < 1);
  const unlisted = choice('unlisted', flags.unlisted ?? 'unknown', unlistedIds, problems)?.id;
  const thresholds = flags.thresholds === undefined ? undefined : thresholdList(flags.thresholds, problems);
  const least = leastRates(flags.min, (name, text) =>
    share(`min ${name}`, text, 'a share from 0 to 1', (n) => n >= 0 && n <= 1),
  );
  for (const name of least.unknown) {
    problems.push(
      `--min: unknown check; allowed: ${checkedRates.map((r) => `${r}=<share>`).join(', ')}; found: ${name}`,
    );
  }
  if (flags.mapTaxpayers !== undefined && flags.taxpayers === undefined) {
    problems.push(
      '--map-taxpayers: no file to map; allowed: only with --taxpayers <file>; found: no --taxpayers',
    );
  }
  const file = (path: string, flag: string, text: string | undefined, fields: readonly string[]) => ({
    path,
    map: columnMap(flag, text, fields, problems),
  });
  const files: EvaluatedFiles = {
    links: file(links, 'map-links', flags.mapLinks, columns.linkColumns),
    truth: file(truth, 'map-truth', flags.mapTruth, columns.truthColumns),
    taxpayers:
      flags.taxpayers === undefined
        ? undefined
        : file(flags.taxpayers, 'map-taxpayers', flags.mapTaxpayers, columns.taxpayerColumns),
    group: flags.group,
  };
  if (problems.length > 0) throw new InputError(problems);
  return { files, options: { level, thresholds, unlisted }, least: least.rates };
}

const MOST_THRESHOLDS = 1001;

/** Thresholds from a list `0.8,0.9` or a grid `from:to:step`, ascending. */
function thresholdList(text: string, problems: string[]): readonly number[] {
  const [from = Number.NaN, to = Number.NaN, step = Number.NaN] = text.split(':').map(numberOf);
  const steps = Math.floor((to - from) / step + 1e-9);
  const isGrid = text.includes(':') && step > 0 && steps >= 0 && steps < MOST_THRESHOLDS;
  const thresholds = isGrid
    ? Array.from({ length: steps + 1 }, (_, i) => Math.round((from + i * step) * 1e6) / 1e6)
    : text.split(',').map(numberOf);
  if (thresholds.some((threshold) => !(threshold >= 0 && threshold <= 1))) {
    const allowed = 'scores from 0 to 1 as in 0.8,0.9, or from:to:step as in 0.7:1:0.05';
    problems.push(`--thresholds: not usable; allowed: ${allowed}; found: ${text}`);
  }
  return [...new Set(thresholds)].sort((a, b) => a - b);
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

function leastRates(
  text: string | undefined,
  share: (name: CheckedRate, text: string) => number | undefined,
): { readonly rates: LeastRates; readonly unknown: readonly string[] } {
  const rates = new Map<CheckedRate, number>();
  const unknown: string[] = [];
  for (const part of text?.split(',') ?? []) {
    const [name = '', value = ''] = part.split('=').map((word) => word.trim());
    const rate = checkedRates.find((known) => known === name);
    const least = rate && share(rate, value);
    if (rate === undefined) unknown.push(part);
    else if (least !== undefined) rates.set(rate, least);
  }
  return { rates, unknown };
}
