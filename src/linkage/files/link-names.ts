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
import { type Dictionary, dictionary } from '../../matching/dictionary.ts';
import type { Block } from './blocks.ts';
import type { FoundLinks } from './found-links.ts';
import type { ComparedColumns } from './record-columns.ts';

/** Up to so many pairs, laying out a dictionary costs more than trying all. */
const FEW_PAIRS = 200;
/** Requests between two breaths. */
const STEP = 256;

export interface NameLinking {
  readonly requests: ComparedColumns;
  readonly taxpayers: ComparedColumns;
  /** Different names by code; code 0 is the missing name. */
  readonly values: { readonly surnames: readonly string[]; readonly givenNames: readonly string[] };
  readonly comparator: Comparator;
  /** Pairs at or above it are found. */
  readonly threshold: number;
  /** Names that score lower are not found, whatever is judged beside them. */
  readonly leastNameScore: number;
  /** What becomes of the score of the names of two rows; left out where it is the score. */
  readonly judge?: (nameScore: number, request: number, taxpayer: number) => number;
  /** Whether the places of two rows agree. */
  readonly confirms: (request: number, taxpayer: number) => boolean;
}

/** What links a block by names: adds its pairs to `found`, and pauses now and then. */
export function nameLinker(linking: NameLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const linkFew = fewLinker(linking);
  const linkMany = manyLinker(linking);
  return function* (block, found) {
    if (block.requests.length * block.taxpayers.length > FEW_PAIRS) yield* linkMany(block, found);
    else linkFew(block, found);
  };
}

type NameField = 'surnames' | 'givenNames';

/** Adds a pair whose names are alike, if nothing else speaks against it. */
function offer(
  { judge, threshold, confirms }: NameLinking,
  request: number,
  taxpayer: number,
  nameScore: number,
  found: FoundLinks,
): void {
  if (!confirms(request, taxpayer)) return;
  const score = judge === undefined ? nameScore : judge(nameScore, request, taxpayer);
  if (score >= threshold) found.add(request, taxpayer, score);
}

function manyLinker(linking: NameLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const { requests, taxpayers, values, comparator, leastNameScore: floor } = linking;
  const layout = (rows: Int32Array) => ({
    surnames: localNames(values.surnames, taxpayers.surnames, rows),
    givenNames: localNames(values.givenNames, taxpayers.givenNames, rows),
  });
  // A large place comes in several parts, one after the other.
  let place = -1;
  let latest = layout(new Int32Array(0));

  return function* (block, found) {
    const asked = block.requests.filter(
      (row) => requests.surnames[row] !== 0 && requests.givenNames[row] !== 0,
    );
    if (block.place !== place) {
      latest = layout(block.taxpayers);
      place = block.place;
    }
    const isSurnameFirst =
      workOf(requests.surnames, asked, latest.surnames) <=
      workOf(requests.givenNames, asked, latest.givenNames);
    const [first, second]: readonly NameField[] = isSurnameFirst
      ? ['surnames', 'givenNames']
      : ['givenNames', 'surnames'];
    const [firstNames, secondNames] = [latest[first!], latest[second!]];
    const [firstOf, secondOf] = [requests[first!], requests[second!]];
    asked.sort((a, b) => secondOf[a]! - secondOf[b]! || a - b);

    const alike = new Map<number, SimilarValues>();
    let steps = 0;
    for (const row of asked) {
      const code = firstOf[row]!;
      if (alike.has(code)) continue;
      alike.set(code, comparator.query(firstNames.names, values[first!][code]!, floor).all());
      if (++steps % STEP === 0) yield;
    }

    const linkAlike = alikeLinker(linking, block, firstNames, secondNames, values[second!]);
    for (const row of asked) {
      linkAlike(row, secondOf[row]!, alike.get(firstOf[row]!)!, found);
      if (++steps % STEP === 0) yield;
    }
  };
}

/** What is known of a pair of second names. */
const UNKNOWN = 0;
const APART = 1;
const ALIKE = 2;

/**
 * Offers the taxpayers of a block who are alike to a request in the first name, if they are in the second. What is known
 * of the second name stays known until another comes: requests with the same one should come together. It is a byte a
 * name, so that it stays in the processor's nearest cache: most of the time goes into looking it up.
 */
function alikeLinker(
  linking: NameLinking,
  { taxpayers }: Block,
  firstNames: LocalNames,
  secondNames: LocalNames,
  values: readonly string[],
): (request: number, secondName: number, similar: SimilarValues, found: FoundLinks) => void {
  const { comparator, leastNameScore: floor } = linking;
  const { starts, members } = firstNames;
  const secondOf = members.map((taxpayer) => secondNames.codeOf[taxpayer]!);
  const known = new Uint8Array(secondNames.names.size);
  const scores = new Float64Array(secondNames.names.size);
  let current = -1;
  let scoreOf = (_: number) => 0;
  const compared = (other: number) => {
    const score = scoreOf(other);
    scores[other] = score;
    known[other] = score >= floor ? ALIKE : APART;
    return known[other]!;
  };
  return (request, secondName, similar, found) => {
    if (secondName !== current) {
      current = secondName;
      known.fill(UNKNOWN);
      scoreOf = comparator.query(secondNames.names, values[secondName]!, floor).scoreOf;
    }
    const { codes } = similar;
    for (let i = 0; i < codes.length; i++) {
      const to = starts[codes[i]! + 1]!;
      for (let at = starts[codes[i]!]!; at < to; at++) {
        const other = secondOf[at]!;
        const verdict = known[other]!;
        if (verdict === APART || (verdict === UNKNOWN && compared(other) === APART)) continue;
        const nameScore = Math.min(similar.scores[i]!, scores[other]!);
        offer(linking, request, taxpayers[members[at]!]!, nameScore, found);
      }
    }
  };
}

/** Pairs of people alike in a name for each pair with the very same one, about. */
const ALIKE_PER_SAME = 3;

/** Work that a name makes when it goes first: its different values against each other, then the people alike in it. */
function workOf(ofRequests: Int32Array, asked: Int32Array, { names, placeOf, starts }: LocalNames): number {
  const different = new Set<number>();
  let same = 0;
  for (const row of asked) {
    const code = ofRequests[row]!;
    different.add(code);
    const local = placeOf(code);
    if (local >= 0) same += starts[local + 1]! - starts[local]!;
  }
  return different.size * names.size + ALIKE_PER_SAME * same;
}

/** The different names of some rows. The missing name is among them, and is never found. */
interface LocalNames {
  readonly names: Dictionary;
  /** The place in `names` of a code of the whole file, or -1. */
  placeOf(code: number): number;
  /** By row (as place among the rows) the place of its name. */
  readonly codeOf: Int32Array;
  /** The rows by name: those of name n are `members[starts[n]..starts[n + 1])`. */
  readonly starts: Uint32Array;
  readonly members: Int32Array;
}

function localNames(values: readonly string[], ofTaxpayers: Int32Array, rows: Int32Array): LocalNames {
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
  return {
    names: dictionary([...localOf.keys()].map((code) => values[code]!)),
    placeOf: (code) => localOf.get(code) ?? -1,
    codeOf,
    starts,
    members,
  };
}

function fewLinker(linking: NameLinking): (block: Block, found: FoundLinks) => void {
  const { requests, taxpayers, values, comparator, leastNameScore: floor } = linking;
  const surnameScore = rememberedPairs(values.surnames, comparator);
  const givenNameScore = rememberedPairs(values.givenNames, comparator);
  return (block, found) => {
    for (const request of block.requests) {
      for (const taxpayer of block.taxpayers) {
        const surname = surnameScore(requests.surnames[request]!, taxpayers.surnames[taxpayer]!);
        if (surname < floor) continue;
        const score = Math.min(
          surname,
          givenNameScore(requests.givenNames[request]!, taxpayers.givenNames[taxpayer]!),
        );
        if (score >= floor) offer(linking, request, taxpayer, score, found);
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
