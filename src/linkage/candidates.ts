/**
 * The candidate index of one ZIP area: everybody in it by name, so that a request meets only people whose names
 * are similar enough to matter. Nothing is skipped that could reach the lowest threshold: a pair scores as the
 * weaker of its two names, so a pair at or above the floor has both names at or above it.
 *
 * Common names, the same everywhere, are searched for once and remembered; the other names of the ZIP area get
 * a small dictionary of their own. People with a common surname are reached through the surnames similar to the
 * request's, and their given names looked up. People with an uncommon one are reached through the similar given
 * names, and each uncommon surname met there is compared once: most are never met.
 */

import type { Comparator, SimilarValues } from '../matching/comparator.ts';
import { type Dictionary, dictionary } from '../matching/dictionary.ts';
import type { NameMatcher } from '../matching/name-matcher.ts';
import type { Names } from '../population/names.ts';
import { nameForms } from '../population/naming/name-forms.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import { rememberedSearch } from './similar-names.ts';

/** How many names count as common: about half of all people have a common surname, nine in ten a common given name. */
const COMMON_SURNAMES = 4_000;
const COMMON_GIVEN_NAMES = 2_000;

/** What a worker keeps from ZIP area to ZIP area: remembered searches, and scratch space of the common names. */
export interface NameSearch {
  readonly comparators: readonly Comparator[];
  /** The lowest score of interest. */
  readonly floor: number;
  readonly surnames: CommonNames;
  readonly givenNames: CommonNames;
}

interface CommonNames {
  /** Names with codes below this are common. */
  readonly count: number;
  /** By comparator. */
  readonly search: readonly ((name: string) => SimilarValues)[];
  /** By code: one more than the first person of the ZIP area who bears the name; 0 for nobody. */
  readonly firstBearer: Int32Array;
  /** By code: the score against the name in hand, 0 below the floor. */
  readonly score: Float64Array;
}

/** @param floor the lowest score that any threshold asks for, above 0 */
export function nameSearch(names: Names, matchers: readonly NameMatcher[], floor: number): NameSearch {
  const comparators = matchers.map(({ comparator }) => comparator);
  const common = (list: readonly string[], most: number): CommonNames => {
    const listed = dictionary(list.slice(0, most));
    return {
      count: listed.size,
      search: comparators.map((comparator) => rememberedSearch(comparator, listed, floor)),
      firstBearer: new Int32Array(listed.size),
      score: new Float64Array(listed.size),
    };
  };
  return {
    comparators,
    floor,
    surnames: common(names.surnames, COMMON_SURNAMES),
    givenNames: common(names.givenNames, COMMON_GIVEN_NAMES),
  };
}

/** Calls back for each person (row of the ZIP area) whose name scores at or above the floor, in no set order. */
export type CandidateSearch = (
  matcher: number,
  surname: string,
  givenName: string,
  found: (person: number, score: number) => void,
) => void;

/**
 * Indexes the people of a ZIP area and hands a search over them to `use`; the index is taken down afterwards,
 * because its scratch space is shared by all ZIP areas of the worker.
 */
export function withCandidates(
  { comparators, floor, surnames, givenNames }: NameSearch,
  names: Names,
  people: PeopleColumns,
  use: (candidates: CandidateSearch) => void,
): void {
  const count = people.surname.length;
  const surnameHere = localCodes(
    count,
    surnames.count,
    (person) => (isAsListed(people, person) ? people.surname[person]! : WRITTEN_OTHERWISE),
    names.surname,
    (person) =>
      names.writtenSurname(people.surname[person]!, people.nameForm[person]!, people.secondSurname[person]!),
  );
  const givenNameHere = localCodes(
    count,
    givenNames.count,
    (person) =>
      people.nameForm[person]! & nameForms.firstGivenName
        ? names.firstGivenName(people.givenName[person]!)
        : people.givenName[person]!,
    (code) => names.givenNames[code]!,
  );
  const uncommonSurnames = surnameHere.uncommon;
  const uncommonGivenNames = givenNameHere.uncommon;

  // Chains of people: by common surname; and those with an uncommon surname by given name, common or not.
  const next = new Int32Array(count);
  const firstOfUncommon = new Int32Array(uncommonGivenNames.size);
  for (let person = 0; person < count; person++) {
    const surname = surnameHere.codes[person]!;
    const givenName = givenNameHere.codes[person]!;
    const [first, place] =
      surname < surnames.count
        ? [surnames.firstBearer, surname]
        : givenName < givenNames.count
          ? [givenNames.firstBearer, givenName]
          : [firstOfUncommon, givenName - givenNames.count];
    next[person] = first[place]!;
    first[place] = person + 1;
  }

  const UNKNOWN = -1;
  const uncommonScore = new Float64Array(uncommonSurnames.size).fill(UNKNOWN);
  const uncommonGivenScore = new Float64Array(uncommonGivenNames.size);
  const compared: number[] = [];
  const similarUncommon = comparators.map((comparator) =>
    rememberedSearch(comparator, uncommonGivenNames, floor),
  );

  use((matcher, surname, givenName, found) => {
    const commonGiven = givenNames.search[matcher]!(givenName);
    const uncommonGiven = similarUncommon[matcher]!(givenName);
    const query = comparators[matcher]!.query(uncommonSurnames, surname, floor);

    const visitUncommon = ({ codes, scores }: SimilarValues, first: Int32Array) => {
      for (let i = 0; i < codes.length; i++) {
        for (let link = first[codes[i]!]!; link !== 0; link = next[link - 1]!) {
          const code = surnameHere.codes[link - 1]! - surnames.count;
          if (uncommonScore[code] === UNKNOWN) {
            uncommonScore[code] = query.scoreOf(code);
            compared.push(code);
          }
          const score = Math.min(uncommonScore[code]!, scores[i]!);
          if (score > 0) found(link - 1, score);
        }
      }
    };
    visitUncommon(commonGiven, givenNames.firstBearer);
    visitUncommon(uncommonGiven, firstOfUncommon);
    for (const code of compared) uncommonScore[code] = UNKNOWN;
    compared.length = 0;

    spread(commonGiven, givenNames.score);
    spread(uncommonGiven, uncommonGivenScore);
    const { codes, scores } = surnames.search[matcher]!(surname);
    for (let i = 0; i < codes.length; i++) {
      for (let link = surnames.firstBearer[codes[i]!]!; link !== 0; link = next[link - 1]!) {
        const code = givenNameHere.codes[link - 1]!;
        const given =
          code < givenNames.count ? givenNames.score[code]! : uncommonGivenScore[code - givenNames.count]!;
        if (given > 0) found(link - 1, Math.min(scores[i]!, given));
      }
    }
    clear(commonGiven, givenNames.score);
    clear(uncommonGiven, uncommonGivenScore);
  });

  for (let person = 0; person < count; person++) {
    const surname = surnameHere.codes[person]!;
    const givenName = givenNameHere.codes[person]!;
    if (surname < surnames.count) surnames.firstBearer[surname] = 0;
    else if (givenName < givenNames.count) givenNames.firstBearer[givenName] = 0;
  }
}

/** In place of a code: a surname that is not written as it is listed. */
const WRITTEN_OTHERWISE = -1;

/** Whether the surname on the return is the listed one and no other. */
function isAsListed({ nameForm, secondSurname }: PeopleColumns, person: number): boolean {
  return (nameForm[person]! & ~nameForms.firstGivenName) === 0 && secondSurname[person]! < 0;
}

/**
 * Codes as they are where common; from `common` on, places in a dictionary of the other names present.
 * @param codeOf code of a person's name, or `WRITTEN_OTHERWISE`; `writtenBy` then says how
 */
function localCodes(
  people: number,
  common: number,
  codeOf: (person: number) => number,
  spelling: (code: number) => string,
  writtenBy: (person: number) => string = () => '',
): { readonly codes: Int32Array; readonly uncommon: Dictionary } {
  const codes = new Int32Array(people);
  const placeOfCode = new Map<number, number>();
  // Two codes may be spelt alike; a dictionary has each value once.
  const placeOfName = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = placeOfName.get(name) ?? placeOfName.size;
    placeOfName.set(name, place);
    return place;
  };
  for (let person = 0; person < people; person++) {
    const code = codeOf(person);
    if (code === WRITTEN_OTHERWISE) {
      codes[person] = common + placeOf(writtenBy(person));
      continue;
    }
    if (code < common) {
      codes[person] = code;
      continue;
    }
    let place = placeOfCode.get(code);
    if (place === undefined) {
      place = placeOf(spelling(code));
      placeOfCode.set(code, place);
    }
    codes[person] = common + place;
  }
  return { codes, uncommon: dictionary([...placeOfName.keys()]) };
}

function spread({ codes, scores }: SimilarValues, into: Float64Array): void {
  for (let i = 0; i < codes.length; i++) into[codes[i]!] = scores[i]!;
}

function clear({ codes }: SimilarValues, into: Float64Array): void {
  for (let i = 0; i < codes.length; i++) into[codes[i]!] = 0;
}
