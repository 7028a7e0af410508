/**
 * Search `fellegi-sunter`: whoever can reach the floor by the stated model. Weights add up, so a pair at or above it has
 * at least a certain level of agreement in surname, and in given name: the level without which not even the best of all
 * other findings would do. Those levels are worked out from the weights. Levels above 0 have marks that are quick to see
 * (fields.ts): the same value, Jaro-Winkler from 0.92, the same sound or a surname in common, a nickname or an initial.
 * Where the weights ask for no agreement in one of the names, or the request lacks one, everybody is scored.
 */

import type { Comparator } from '../../matching/comparator.ts';
import { jaroWinkler } from '../../matching/comparators/jaro-winkler.ts';
import { nickname } from '../../matching/comparators/nickname.ts';
import { ALIKE, nameFields } from '../../matching/fellegi-sunter/fields.ts';
import { statedModel } from '../../matching/fellegi-sunter/model.ts';
import { blankRecord } from '../../population/record.ts';
import { doubleMetaphoneKeys } from '../../text/double-metaphone.ts';
import { splitSuffix, surnamesOf } from '../../text/surnames.ts';
import type { Search, SearchedPeople, SearchOptions } from '../search.ts';
import { everyPair } from './every-pair.ts';

/** Scores are summed in another order than here. */
const ROUNDING = 1e-6;

export function fellegiSunter(options: SearchOptions): Search {
  const { matcher, floor } = options;
  const general = everyPair(options);
  if (!needsAgreement('surname', floor) || !needsAgreement('givenName', floor)) return general;
  return (people) => {
    const { names, middleName } = people;
    const everybody = general(people);
    const { surnames, givenNames } = names;
    const similarGivenNames = givenNamesInReach(people);
    const sounds = surnames.dictionary.keyed(doubleMetaphoneKeys);
    const parts = surnames.dictionary.keyed(surnamesOf);

    return (request, found) => {
      const surname = splitSuffix(request.record.surname).surname;
      if (surname === '' || request.givenName === '') {
        everybody(request, found);
        return;
      }
      const alike = jaroWinkler.query(surnames.dictionary, surname, ALIKE);
      const [sound] = doubleMetaphoneKeys(surname);
      const ownParts = surnamesOf(surname);
      const isInReach = (code: number) =>
        alike.scoreOf(code) > 0 ||
        (sound !== undefined && sounds.keys(code)[0] === sound) ||
        parts.keys(code).some((part) => ownParts.includes(part));
      const reached = new Map<number, boolean>();
      for (const givenName of similarGivenNames(request.givenName)) {
        for (let at = givenNames.starts[givenName]!; at < givenNames.starts[givenName + 1]!; at++) {
          const person = givenNames.people[at]!;
          const code = surnames.codes[person]!;
          let known = reached.get(code);
          if (known === undefined) {
            known = isInReach(code) || hasSuffix(surnames.dictionary.values[code]!);
            reached.set(code, known);
          }
          if (!known) continue;
          const score = matcher.score(request.record, {
            ...blankRecord,
            surname: surnames.dictionary.values[code]!,
            givenName: givenNames.dictionary.values[givenName]!,
            middleName: request.record.middleName === '' ? '' : middleName(person),
          });
          if (score >= floor) found.add(person, score);
        }
      }
    };
  };
}

/** A surname that ends in a suffix is compared without it; there are hardly any, so they are all scored. */
const hasSuffix = (surname: string) => surname.includes(' ') && splitSuffix(surname).suffix !== '';

/** Whether no pair without any agreement in this name reaches the floor. */
function needsAgreement(name: 'surname' | 'givenName', floor: number): boolean {
  const { prior, fields } = statedModel;
  let bits = Math.log2(prior / (1 - prior));
  for (const { id, m, u } of fields) {
    if (!nameFields.includes(id)) continue;
    const weights = m.map((share, level) => Math.log2(share / u[level]!));
    bits += id === name ? weights[0]! : Math.max(0, ...weights);
  }
  return 1 / (1 + 2 ** -bits) < floor - ROUNDING;
}

/** The codes of the given names with a level above 0 to a name. */
function givenNamesInReach({ names: { givenNames } }: SearchedPeople): (name: string) => ReadonlySet<number> {
  const { dictionary } = givenNames;
  const withInitial = new Map<string, number[]>();
  const add = (initial: string, code: number) => {
    const codes = withInitial.get(initial);
    if (codes === undefined) withInitial.set(initial, [code]);
    else codes.push(code);
  };
  const singleLetters = dictionary.values.flatMap((value, code) => (value.length === 1 ? [code] : []));
  dictionary.values.forEach((value, code) => {
    add(value.slice(0, 1), code);
  });
  const all = (comparator: Comparator, name: string, floor: number) =>
    comparator.query(dictionary, name, floor).all().codes;
  return (name) => {
    const codes = new Set([...all(jaroWinkler, name, ALIKE), ...all(nickname, name, Number.MIN_VALUE)]);
    if (name.length === 1) for (const code of withInitial.get(name) ?? []) codes.add(code);
    for (const code of singleLetters) if (dictionary.values[code] === name[0]) codes.add(code);
    return codes;
  };
}
