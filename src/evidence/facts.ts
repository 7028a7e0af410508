/**
 * The table of public facts that scenarios cite: what was stated, by whom, when, and how sure we are of the
 * reading. `facts.json` holds the data; an id, once published, keeps its meaning. A fact that was looked for
 * and not found has the value `null` and stays in the table, so that nobody mistakes its absence for neglect.
 */
import { readFileSync } from 'node:fs';

export interface Fact {
  /** Kebab-case; what a scenario writes under `evidence`. */
  readonly id: string;
  /** A number, a text, or a few named ones. `null`: looked for, not found. */
  readonly value: number | string | null | { readonly [part: string]: unknown };
  readonly unit: string;
  /** One or two sentences: what the value says, and of whom. */
  readonly what: string;
  /** The date or period that the value describes, as the source gives it. */
  readonly asOf: string;
  readonly source: { readonly title: string; readonly url: string };
  /** The kind of source: court record, official statistics, press, derived ... */
  readonly confidence: string;
  /** Whether the source itself was read. `false`: from memory, or not found. */
  readonly verified: boolean;
  /** Topic: A the matching, B the requests, C the population, D wrong matches elsewhere, E errors in records, F cost. */
  readonly section: string;
  /** Disagreements between sources, and limits of the reading. */
  readonly note?: string;
}

/** Every fact, in the order of the table. */
export const facts: readonly Fact[] = JSON.parse(
  readFileSync(new URL('./facts.json', import.meta.url), 'utf8'),
) as Fact[];

const byId: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));

/** Whether the table holds a fact of this id. */
export function hasFact(id: string): boolean {
  return byId.has(id);
}

/** The fact of this id. Throws a RangeError when there is none. */
export function fact(id: string): Fact {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`unknown evidence id: ${id}`);
  return found;
}
