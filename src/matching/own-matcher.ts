/**
 * A user's own matcher: an ES module whose default export has the shape of a built-in, `{ score, explain }`, and may
 * have `id`, `label` and `describe`. It is tried on pairs of invented records before it is let near the data, and each
 * of its scores is checked as it is used: a matcher that throws, leaves [0, 1] or takes too long ends the run with one
 * line that names it, and not with a wrong number.
 *
 * Budget: 1 millisecond a pair, measured over all probe pairs, the fastest of three rounds. The clock is the caller's.
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PersonRecord } from '../population/record.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Explanation, Matcher } from './matcher.ts';
import { probePairs } from './probe-pairs.ts';

/** Longest time for one pair, in milliseconds. */
export const BUDGET_MILLISECONDS = 1;
const ROUNDS = 3;

/**
 * Loads and tries the matcher of a module. Anything wrong with it is an InputError of one line that names the module.
 * @param now a clock in milliseconds
 */
export async function loadMatcher(path: string, now: () => number): Promise<Matcher> {
  let loaded: { readonly default?: unknown };
  try {
    loaded = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    throw wrong(path, 'cannot be loaded', 'an ES module', reason(error));
  }
  const matcher = guarded(loaded.default, path);
  probe(matcher, path, now);
  return matcher;
}

/** The matcher in the shape of a built-in, its scores checked as they are used. */
function guarded(given: unknown, path: string): Matcher {
  const { score, explain, id, label, describe } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Partial<Record<keyof Matcher, unknown>>;
  if (typeof score !== 'function' || typeof explain !== 'function') {
    const found = given === undefined ? 'no default export' : `${typeof given} with ${keys(given)}`;
    throw wrong(
      path,
      'is no matcher',
      'a default export { score(request, taxpayer), explain(request, taxpayer) }',
      found,
    );
  }
  const text = (value: unknown, otherwise: string) =>
    typeof value === 'string' && value !== '' ? value : otherwise;
  const checked = (value: unknown): number => {
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    throw wrong(path, 'gave a score that is none', 'a number from 0 to 1', shown(value));
  };
  const called = <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      throw wrong(path, 'threw while scoring a pair', 'a score for any two records', reason(error));
    }
  };
  return {
    id: text(id, path),
    label: text(label, path),
    describe: text(describe, `the matcher of ${path}`),
    score: (request, taxpayer) => checked(called(() => score.call(given, request, taxpayer))),
    explain(request, taxpayer): Explanation {
      const explanation = called(() => explain.call(given, request, taxpayer)) as
        | Partial<Explanation>
        | undefined;
      const score = checked(explanation?.score);
      return { ...explanation, score, fields: explanation?.fields ?? [], text: text(explanation?.text, '') };
    },
  };
}

/** Calls the matcher on every probe pair: twice the same score, the same as explained, and in time. */
function probe(matcher: Matcher, path: string, now: () => number): void {
  const pairs = probePairs();
  let fastest = Number.POSITIVE_INFINITY;
  let first: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = now();
    const scores = pairs.map(([request, taxpayer]) => matcher.score(request, taxpayer));
    fastest = Math.min(fastest, (now() - start) / pairs.length);
    const changed = round > 0 ? scores.findIndex((score, i) => score !== first[i]) : -1;
    if (changed >= 0) {
      const found = `${first[changed]}, then ${scores[changed]}`;
      throw wrong(path, 'scores the same pair differently', 'the same score every time', found);
    }
    first = scores;
  }
  if (fastest > BUDGET_MILLISECONDS) {
    throw wrong(path, 'is too slow', `${BUDGET_MILLISECONDS} ms a pair`, `${fastest.toFixed(1)} ms a pair`);
  }
  const [request, taxpayer] = pairs[0] as readonly [PersonRecord, PersonRecord];
  const explained = matcher.explain(request, taxpayer).score;
  if (explained !== first[0]) {
    throw wrong(path, 'explains another score than it gives', String(first[0]), String(explained));
  }
}

const wrong = (path: string, what: string, allowed: string, found: string) =>
  new InputError([`matcher ${path} ${what}; allowed: ${allowed}; found: ${found}`]);

const reason = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 200);

const keys = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.keys(value).join(', ') || 'no keys' : 'no keys';

const shown = (value: unknown) =>
  typeof value === 'number' || value === undefined || value === null ? String(value) : `a ${typeof value}`;
