/**
 * Search `fellegi-sunter`: whoever can reach the floor by the weights. Weights add up, so what is still to come at most
 * bounds every sum: names whose bits, with the best of all other findings for this request, stay below the floor are
 * passed over together. The bits of a name are those of its level (levels-of-names.ts) with the name that is asked for.
 *
 * First come the bearers of given names with some agreement. Where the floor can be reached without any (a rare surname
 * and a whole middle name may do), the bearers of the same surname follow; and where that is not needed either, everybody.
 */

import { MISSING } from '../../matching/fellegi-sunter/fields.ts';
import { probability, type WeighedField } from '../../matching/fellegi-sunter/weighing.ts';
import { blankRecord } from '../../population/record.ts';
import { WORD } from '../bearer-kernels.ts';
import { givenNameLevels, surnameLevels, UNHEARD } from '../levels-of-names.ts';
import type { LocalNames } from '../local-names.ts';
import type { Search, SearchOptions } from '../search.ts';
import { everyPair } from './every-pair.ts';

/** Bounds are summed in another order than scores. */
const ROUNDING = 1e-6;
/** Bits from which a probability is so near to 1 that they cannot be told from it. */
const CERTAIN = 30;

export function fellegiSunter(options: SearchOptions): Search {
  const { matcher, floor, lists } = options;
  const { start = 0, fields = [] } = matcher.weighing ?? {};
  const [surname, givenName, ...others] = fields;
  if (surname?.field.id !== 'surname' || givenName?.field.id !== 'givenName') return everyPair(options);
  const middle = others.find(({ field }) => field.id === 'middleName');
  const isByNames = others.every((other) => other === middle);
  const lowest = Math.min(-Math.log2(1 / floor - 1), CERTAIN) - ROUNDING;
  const levelsOfSurname = surnameLevels(lists.surnames, surname.field);
  const levelsOfGivenName = givenNameLevels(lists.givenNames, givenName.field);

  return (people) => {
    const { givenNames, filedSurnames } = people.names;
    const givenNamesNear = levelsOfGivenName(givenNames);
    const isNear = new Uint8Array(givenNames.dictionary.size);

    return ({ record }, found) => {
      const askedSurname = surname.field.value(record);
      const askedGivenName = givenName.field.value(record);
      const ofSurname = bitsByLevel(surname, askedSurname);
      const ofGivenName = bitsByLevel(givenName, askedGivenName);
      const mostOfSurname = Math.max(...ofSurname);
      let toCome = 0;
      for (const other of others) {
        const value = other.field.value(record);
        const bits = bitsByLevel(other, value);
        // Of one letter a middle name agrees as an initial at most.
        const isInitial = other === middle && (value.length === 1 || people.hasInitialsOnly === true);
        toCome += Math.max(...(isInitial ? bits.subarray(0, -1) : bits));
      }
      const reaches = (ofBoth: number) => start + ofBoth + toCome >= lowest;

      const askedMiddle = middle?.field.value(record) ?? '';
      const middleBits = (person: number) => {
        if (middle === undefined || askedMiddle === '') return 0;
        const theirs = middle.field.value({ ...blankRecord, middleName: people.middleName(person) });
        return middle.bits(theirs === '' ? MISSING : middle.field.levelOf(askedMiddle, theirs), askedMiddle);
      };
      const settle = (person: number, surnameBits: number, givenNameBits: number) => {
        if (!reaches(surnameBits + givenNameBits)) return;
        const score = isByNames
          ? probability(start + surnameBits + givenNameBits + middleBits(person))
          : matcher.score(record, people.record(person));
        if (score >= floor) found.add(person, score);
      };

      const levels = levelsOfSurname(askedSurname);
      const unheard = Math.max(ofSurname[at(0)]!, ofSurname[at(1)]!);
      /** The bearers of a given name that is laid out, with its bits. */
      const lookAt = (code: number, bits: number) => {
        const { list, onNationalList, others: unlisted, memory, columns } = filedSurnames;
        const numbers = columns.numbers / WORD;
        const withSound = reaches(unheard + bits);
        const end = givenNames.starts[code + 1]!;
        for (let place = givenNames.starts[code]!; place < end; place++) {
          const number = memory.words[numbers + place]!;
          const name = number >= 0 ? list.values[number]! : unlisted.values[-1 - number]!;
          const level = levels.level(name, number < onNationalList ? number : -1, withSound);
          if (level !== UNHEARD) settle(givenNames.people[place]!, ofSurname[at(level)]!, bits);
        }
      };

      const near = givenNamesNear(askedGivenName);
      filedSurnames.layOut(near.codes);
      for (let i = 0; i < near.codes.length; i++) {
        const bits = ofGivenName[at(near.levels[i]!)]!;
        if (reaches(mostOfSurname + bits)) lookAt(near.codes[i]!, bits);
      }

      // All other given names disagree, or the request has none.
      const bits = ofGivenName[at(askedGivenName === '' ? MISSING : 0)]!;
      if (!reaches(mostOfSurname + bits)) return;
      for (const code of near.codes) isNear[code] = 1;
      if (askedSurname === '' || reaches(Math.max(...ofSurname.subarray(0, -1)) + bits)) {
        const far = Int32Array.from(isNear.keys()).filter((code) => isNear[code] === 0);
        filedSurnames.layOut(far);
        for (const code of far) lookAt(code, bits);
      } else {
        for (const person of bearersOf(people.names.surnames, askedSurname, surname.field)) {
          if (isNear[givenNames.codes[person]!] === 0) settle(person, ofSurname.at(-1)!, bits);
        }
      }
      for (const code of near.codes) isNear[code] = 0;
    };
  };
}

/** The people whose surname is this one, but for a suffix. */
function bearersOf(
  { dictionary, starts, people }: LocalNames,
  surname: string,
  field: WeighedField['field'],
): readonly number[] {
  return dictionary.values.flatMap((value, code) =>
    value === surname ||
    (value.startsWith(`${surname} `) && field.value({ ...blankRecord, surname: value }) === surname)
      ? [...people.subarray(starts[code], starts[code + 1])]
      : [],
  );
}

/** The place of a level among bits by level: that of a missing value comes first. */
const at = (level: number) => level + 1;

/** What each level of a field weighs for a value, `MISSING` first; nothing at all where it is missing. */
function bitsByLevel({ field, bits }: WeighedField, value: string): Float64Array {
  const all = new Float64Array(field.levels.length + 1);
  if (value !== '')
    for (let level = 0; level < field.levels.length; level++) all[at(level)] = bits(level, value);
  return all;
}
