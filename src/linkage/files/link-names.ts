/**
 * Links two sets of records by a comparator of names, the weaker of surname and given name being the score: the same
 * pairs and scores as the matcher's own `score` for every pair, with each pair of different names compared once.
 *
 * Method: one name goes first, whichever makes less work in this place. The different first names of the taxpayers are
 * searched by each different one of the requests; only taxpayers who are alike in it are then looked at by the other
 * name, whose scores are remembered. Where few people meet, all pairs of them are tried, with a memory of pairs of
 * names seen lately.
 */

import type { Comparator, SimilarValues } from '../../matching/comparator.ts';
import { dictionary } from '../../matching/dictionary.ts';
import type { Block } from './blocks.ts';
import type { FoundLinks } from './found-links.ts';
import type { RecordColumns, SharedCodes } from './record-columns.ts';

/** Up to so many pairs, laying out a dictionary costs more than trying all. */
const FEW_PAIRS = 200;
/** In place of a score that was not asked for yet. */
const UNKNOWN = -1;
/** Requests between two breaths. */
const STEP = 256;

export interface NameLinking {
  readonly requests: RecordColumns;
  readonly taxpayers: RecordColumns;
  readonly codes: SharedCodes;
  readonly comparator: Comparator;
  readonly threshold: number;
  /** Whether the places of two rows agree. */
  readonly confirms: (request: number, taxpayer: number) => boolean;
}

/** What links a block by names: adds its pairs to `found`, and pauses now and then. */
export function nameLinker(linking: NameLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const linkFew = fewLinker(linking);
  return function* (block, found) {
    if (block.requests.length * block.taxpayers.length > FEW_PAIRS) yield* linkMany(linking, block, found);
    else linkFew(block, found);
  };
}

/** One of the two names on both sides: its code by row, and its values by code. */
interface NameField {
  readonly ofRequests: Int32Array;
  readonly ofTaxpayers: Int32Array;
  readonly values: readonly string[];
}

function* linkMany(linking: NameLinking, block: Block, found: FoundLinks): Generator<void> {
  const { requests, taxpayers, codes, comparator, threshold, confirms } = linking;
  const asked = block.requests.filter(
    (row) => requests.surnames[row] !== 0 && requests.givenNames[row] !== 0,
  );
  const field = (name: 'surnames' | 'givenNames'): NameField => ({
    ofRequests: requests[name],
    ofTaxpayers: taxpayers[name],
    values: codes[name].values,
  });
  const [surnames, givenNames] = [field('surnames'), field('givenNames')];
  const isSurnameFirst = workOf(surnames, asked, block) <= workOf(givenNames, asked, block);
  const [first, second] = isSurnameFirst ? [surnames, givenNames] : [givenNames, surnames];
  const firstNames = localNames(first, block.taxpayers);
  const secondNames = localNames(second, block.taxpayers);
  asked.sort((a, b) => second.ofRequests[a]! - second.ofRequests[b]! || a - b);

  const alike = new Map<number, SimilarValues>();
  let steps = 0;
  for (const row of asked) {
    const code = first.ofRequests[row]!;
    if (alike.has(code)) continue;
    alike.set(code, comparator.query(firstNames.names, first.values[code]!, threshold).all());
    if (++steps % STEP === 0) yield;
  }

  // The scores of one second name against all of this place, filled in as they are asked for.
  const remembered = new Float64Array(secondNames.names.size);
  let current = -1;
  let scoreOf = (_: number) => 0;
  for (const row of asked) {
    const code = second.ofRequests[row]!;
    if (code !== current) {
      current = code;
      remembered.fill(UNKNOWN);
      scoreOf = comparator.query(secondNames.names, second.values[code]!, threshold).scoreOf;
    }
    const similar = alike.get(first.ofRequests[row]!)!;
    for (let i = 0; i < similar.codes.length; i++) {
      const firstScore = similar.scores[i]!;
      const to = firstNames.starts[similar.codes[i]! + 1]!;
      for (let at = firstNames.starts[similar.codes[i]!]!; at < to; at++) {
        const place = firstNames.members[at]!;
        const other = secondNames.codeOf[place]!;
        let score = remembered[other]!;
        if (score === UNKNOWN) remembered[other] = score = scoreOf(other);
        if (score < threshold) continue;
        const taxpayer = block.taxpayers[place]!;
        if (confirms(row, taxpayer)) found.add(row, taxpayer, Math.min(firstScore, score));
      }
    }
    if (++steps % STEP === 0) yield;
  }
}

/** Pairs of people alike in a name for each pair with the very same one, about. */
const ALIKE_PER_SAME = 3;

/** Work that a name makes when it goes first: its different values against each other, then the people alike in it. */
function workOf({ ofRequests, ofTaxpayers }: NameField, asked: Int32Array, block: Block): number {
  const times = new Map<number, number>();
  for (const row of block.taxpayers) times.set(ofTaxpayers[row]!, (times.get(ofTaxpayers[row]!) ?? 0) + 1);
  const different = new Set<number>();
  let same = 0;
  for (const row of asked) {
    different.add(ofRequests[row]!);
    same += times.get(ofRequests[row]!) ?? 0;
  }
  return different.size * times.size + ALIKE_PER_SAME * same;
}

/**
 * The different names of some rows as a dictionary; by code those rows (as places in `rows`), and by row its code.
 * The missing name is among them, and is never found.
 */
function localNames({ ofTaxpayers, values }: NameField, rows: Int32Array) {
  const localOf = new Map<number, number>();
  const codeOf = new Int32Array(rows.length);
  rows.forEach((row, place) => {
    const code = ofTaxpayers[row]!;
    let local = localOf.get(code);
    if (local === undefined) {
      local = localOf.size;
      localOf.set(code, local);
    }
    codeOf[place] = local;
  });
  const starts = new Uint32Array(localOf.size + 1);
  for (const code of codeOf) starts[code + 1] = starts[code + 1]! + 1;
  for (let code = 0; code < localOf.size; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
  const next = starts.slice();
  const members = new Int32Array(rows.length);
  codeOf.forEach((code, place) => {
    const at = next[code]!;
    members[at] = place;
    next[code] = at + 1;
  });
  return { names: dictionary([...localOf.keys()].map((code) => values[code]!)), codeOf, starts, members };
}

function fewLinker(linking: NameLinking): (block: Block, found: FoundLinks) => void {
  const { requests, taxpayers, codes, comparator, threshold, confirms } = linking;
  const surnameScore = rememberedPairs(codes.surnames.values, comparator);
  const givenNameScore = rememberedPairs(codes.givenNames.values, comparator);
  return (block, found) => {
    for (const request of block.requests) {
      for (const taxpayer of block.taxpayers) {
        const surname = surnameScore(requests.surnames[request]!, taxpayers.surnames[taxpayer]!);
        if (surname < threshold) continue;
        const score = Math.min(
          surname,
          givenNameScore(requests.givenNames[request]!, taxpayers.givenNames[taxpayer]!),
        );
        if (score >= threshold && confirms(request, taxpayer)) found.add(request, taxpayer, score);
      }
    }
  };
}

const SLOTS = 2 ** 17;

/** Scores of pairs of codes, of which the latest are remembered: a table with one slot for each hash. */
function rememberedPairs(
  values: readonly string[],
  { compare }: Comparator,
): (a: number, b: number) => number {
  const firsts = new Int32Array(SLOTS).fill(-1);
  const seconds = new Int32Array(SLOTS);
  const scores = new Float64Array(SLOTS);
  return (a, b) => {
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) >>> 15;
    if (firsts[slot] !== a || seconds[slot] !== b) {
      firsts[slot] = a;
      seconds[slot] = b;
      scores[slot] = compare(values[a]!, values[b]!);
    }
    return scores[slot]!;
  };
}
