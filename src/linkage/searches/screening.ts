/**
 * Search `screening`: the people who reach the score from which the search shows anything, or the floor if that is
 * higher, by either technique. Call that score t.
 *
 * By parts: the parts of the query score their mean, so a name at t has at least one part whose best partner is at t
 * or above. Only the bearers of names with such a partner are gone through, given name by given name and then surname
 * by surname. A part's best partner in a person is the better of its best in the surname and its best in the given
 * name; both are remembered as bytes that are not below them (name-partners.ts), so whoever is at t has a sum of
 * bytes that is not below that of t.
 * By the whole: both strings begin with the same letter, and have enough letters in common (listed-names.ts).
 */

import { askedWords, LEAST_PARTNER, SHOWN_FROM } from '../../matching/matchers/screening.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { listedNames } from '../listed-names.ts';
import type { LocalNames } from '../local-names.ts';
import { type NamePartners, namePartners, PARTS } from '../name-partners.ts';
import type { FoundPeople, Search, SearchedRequest, SearchOptions } from '../search.ts';

/** Far above what sums of the same numbers in another way differ by. */
const ROUNDING = 1e-9;

export function screening({ floor }: SearchOptions): Search {
  const least = Math.max(floor, SHOWN_FROM);
  const surnamePartners = namePartners(least);
  const givenNamePartners = namePartners(least);
  const wholeNames = listedNames(least);
  return ({ names: { surnames, givenNames, people: count, surnameWords, givenNameWords } }) => {
    const inSurnames = surnamePartners(surnameWords());
    const inGivenNames = givenNamePartners(givenNameWords());
    const listed = wholeNames({ surnames, givenNames });
    const byGivenName = { ...givenNames, others: inRow(givenNames, surnames) };
    const bySurname = { ...surnames, others: inRow(surnames, givenNames) };
    const seenGivenNames = new Int32Array(givenNames.dictionary.size);
    const seenSurnames = new Int32Array(surnames.dictionary.size);
    const added = new Int32Array(count);
    let stamp = 0;

    return ({ record, givenName }: SearchedRequest, found: FoundPeople) => {
      const last = splitSuffix(record.surname).surname;
      if (givenName === '' || last === '') return;
      stamp += 1;
      const query = `${givenName} ${last}`;
      const asked = askedWords(query);
      const whole = listed.ask(query);
      const ofSurnames = asked.map(inSurnames);
      const ofGivenNames = asked.map(inGivenNames);
      const enough = Math.floor(PARTS * (least * asked.length - ROUNDING));

      const look = (person: number, surname: number, given: number) => {
        if (!listed.isNamed(surname, given)) return;
        let most = 0;
        for (let part = 0; part < asked.length; part++) {
          most += partsOf(ofSurnames[part]!, surname, ofGivenNames[part]!, given);
        }
        if (most < enough) return;
        let total = 0;
        for (let part = 0; part < asked.length; part++) {
          total += counted(ofSurnames[part]!.best(surname), ofGivenNames[part]!.best(given));
        }
        const parts = total / asked.length;
        if (parts < least) return;
        added[person] = stamp;
        found.add(person, Math.max(whole.scoreOf(surname, given), parts));
      };

      const isNewGivenName = stamping(seenGivenNames, stamp);
      goThrough(ofGivenNames, ofSurnames, enough, byGivenName, isNewGivenName, (given, surname, person) =>
        look(person, surname, given),
      );
      const isNewSurname = stamping(seenSurnames, stamp);
      goThrough(ofSurnames, ofGivenNames, enough, bySurname, isNewSurname, (surname, given, person) => {
        if (seenGivenNames[given] !== stamp) look(person, surname, given);
      });

      whole.reach(bySurname.others, (person, surname, given, score) => {
        if (score < least || !listed.isNamed(surname, given)) return;
        if (added[person] !== stamp) found.add(person, score);
      });
    };
  };
}

/** What a part scores by its best partners in surname and given name. */
function counted(inSurname: number, inGivenName: number): number {
  const best = inSurname > inGivenName ? inSurname : inGivenName;
  return best < LEAST_PARTNER ? 0 : best;
}

/** The parts of the best partner in surname and given name; what is not known of them is worked out where it tells. */
function partsOf(
  inSurnames: NamePartners,
  surname: number,
  inGivenNames: NamePartners,
  givenName: number,
): number {
  const known = Math.max(inSurnames.parts[surname]!, inGivenNames.parts[givenName]!);
  if (known !== inSurnames.unknown) return known;
  if (inSurnames.parts[surname] === known) inSurnames.learn(surname);
  if (inGivenNames.parts[givenName] === known) inGivenNames.learn(givenName);
  return Math.max(inSurnames.parts[surname]!, inGivenNames.parts[givenName]!);
}

/** The people of an area by their names of one kind, with the names of the other kind beside them. */
interface InRow extends Pick<LocalNames, 'starts' | 'people'> {
  /** By place in `people`: the code of the other name. */
  readonly others: Int32Array;
}

const inRow = ({ people }: LocalNames, { codes }: LocalNames): Int32Array =>
  people.map((person) => codes[person]!);

/** Whether a code is asked about for the first time under this stamp. */
const stamping = (stamps: Int32Array, stamp: number) => (code: number) => {
  const isNew = stamps[code] !== stamp;
  stamps[code] = stamp;
  return isNew;
};

/**
 * Looks at everybody who bears a near name of one kind and whose bytes, part by part the higher of the two names, add
 * up to enough. The part that the near name is least like comes first: it tells soonest that somebody has too few.
 */
function goThrough(
  near: readonly NamePartners[],
  others: readonly NamePartners[],
  enough: number,
  { starts, people, others: otherNames }: InRow,
  isNew: (name: number) => boolean,
  look: (name: number, other: number, person: number) => void,
): void {
  const last = near.length - 1;
  const own = new Uint8Array(near.length);
  // With less than this for one part, all others at their highest are too few.
  const least = enough - PARTS * last;
  for (const { near: names } of near) {
    for (const name of names) {
      if (!isNew(name)) continue;
      let lowest = last;
      for (let part = last; part >= 0; part--) {
        own[part] = near[part]!.parts[name]!;
        if (own[part]! < own[lowest]!) lowest = part;
      }
      const isEnough = own[lowest]! >= least;
      const first = others[lowest]!.parts;
      const end = starts[name + 1]!;
      for (let at = starts[name]!; at < end; at++) {
        const otherName = otherNames[at]!;
        if (!isEnough && first[otherName]! < least) continue;
        let most = PARTS * near.length;
        for (let part = 0; part <= last && most >= enough; part++) {
          const theirs = others[part]!.parts[otherName]!;
          most -= PARTS - (own[part]! > theirs ? own[part]! : theirs);
        }
        if (most >= enough) look(name, otherName, people[at]!);
      }
    }
  }
}
