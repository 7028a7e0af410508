/**
 * Search by the weaker of two names, by one comparator: a pair at or above the floor has both names at or above it. The
 * names like one of the two are the gate, searched for once and remembered. Behind it, most other names are passed over at
 * a glance (../../letters-at-a-glance.ts), and each different one that is left is compared once for a person.
 *
 * The gate is the given name, of which there are far fewer; where like names are looked up by a key, and few share
 * one, it is the surname.
 */

import type { Comparator } from '../../../matching/comparator.ts';
import { canBeAlike, neededLetters, seen } from '../../letters-at-a-glance.ts';
import type { RequestRegister } from '../register.ts';
import { rememberedNames } from '../remembered-names.ts';
import type { RegisterSearch } from '../search.ts';

export function weakerName(
  comparator: Comparator,
  { surnames, givenNames }: RequestRegister,
  floor: number,
): RegisterSearch {
  const bySurname = comparator.looksUp === true;
  const [gate, behind] = bySurname ? [surnames, givenNames] : [givenNames, surnames];
  const similarTo = rememberedNames(comparator, gate.dictionary, floor);
  const codesBehind = gate.rows.map((request) => behind.codes[request]!);
  const glance = glancesAt(comparator, behind.dictionary.values, codesBehind, floor);
  // By code of a name behind the gate: its score, if the stamp is that of the person in hand.
  const scores = new Float64Array(behind.dictionary.size);
  const stamps = new Int32Array(behind.dictionary.size);
  let stamp = 0;

  return ({ surname, givenName }, report) => {
    if (surname === '' || givenName === '') return;
    const similar = similarTo(bySurname ? surname : givenName);
    if (similar.codes.length === 0) return;
    const other = bySurname ? givenName : surname;
    const query = comparator.query(behind.dictionary, other, floor);
    const own = seen(other);
    const needed = glance?.neededBy(other.length).atAGlance;
    stamp += 1;
    for (let i = 0; i < similar.codes.length; i++) {
      const atGate = similar.scores[i]!;
      const end = gate.starts[similar.codes[i]! + 1]!;
      for (let at = gate.starts[similar.codes[i]!]!; at < end; at++) {
        if (glance !== undefined && !canBeAlike(own, glance.seen[at]!, needed!)) continue;
        const code = codesBehind[at]!;
        if (stamps[code] !== stamp) {
          stamps[code] = stamp;
          scores[code] = query.scoreOf(code);
        }
        const score = scores[code]!;
        if (score > 0) report(gate.rows[at]!, score < atGate ? score : atGate);
      }
    }
  };
}

/** The names behind the gate as they are seen at a glance, for comparators that go by characters. */
function glancesAt(
  { scan, looksUp }: Comparator,
  values: readonly string[],
  codes: Int32Array,
  floor: number,
) {
  if (scan === undefined || looksUp) return undefined;
  const seenByCode = Int32Array.from(values, seen);
  return { seen: codes.map((code) => seenByCode[code]!), neededBy: neededLetters(scan, floor) };
}
