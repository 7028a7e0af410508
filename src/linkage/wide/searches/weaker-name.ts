/**
 * Search by the weaker of two names, by one comparator: a pair at or above the floor has both names at or above it. The
 * names like one of the two are the gate, searched for once and remembered; behind it, each different other name is
 * compared once for each person who meets it.
 *
 * The gate is the given name, of which there are far fewer; where like names are looked up by a key, and few share
 * one, it is the surname.
 */

import type { Comparator } from '../../../matching/comparator.ts';
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
  // By code of a name behind the gate: its score, if the stamp is that of the person in hand.
  const scores = new Float64Array(behind.dictionary.size);
  const stamps = new Int32Array(behind.dictionary.size);
  let stamp = 0;

  return ({ surname, givenName }, report) => {
    if (surname === '' || givenName === '') return;
    const similar = similarTo(bySurname ? surname : givenName);
    if (similar.codes.length === 0) return;
    const query = comparator.query(behind.dictionary, bySurname ? givenName : surname, floor);
    stamp += 1;
    for (let i = 0; i < similar.codes.length; i++) {
      const atGate = similar.scores[i]!;
      const end = gate.starts[similar.codes[i]! + 1]!;
      for (let at = gate.starts[similar.codes[i]!]!; at < end; at++) {
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
