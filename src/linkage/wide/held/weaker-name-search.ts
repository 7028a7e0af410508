/**
 * Everybody's requests by the weaker of two names, by one comparator. Of a person with names of the national lists, the
 * requests with a surname like theirs are gone through, few if any, with a look at the given name of each.
 *
 * One person in five has a surname on no list: two surnames, a rare one, a mistyped one. Hardly two share it, so nothing is
 * known of it before: the requests with a given name like theirs are gone through, most passed over at a glance
 * (../../letters-at-a-glance.ts); where like names are looked up by a key, they are looked up.
 */

import type { Comparator, Scan, SimilarValues } from '../../../matching/comparator.ts';
import { repeatedLetterMask } from '../../../text/letter-bag.ts';
import { canBeAlike, canStillBeAlike, neededLetters, seen } from '../../letters-at-a-glance.ts';
import type { NameLists } from '../../zip-names.ts';
import type { NameColumn, RequestRegister } from '../register.ts';
import { hasLike, namesLike } from './names-like.ts';
import type { HeldSearch } from './search.ts';

/** The requests' given names like one; by code of any of them one more than its place in `similar`, 0 if it is unlike. */
interface GivenNamesLike {
  readonly similar: SimilarValues;
  readonly places: Uint16Array;
}

type Report = Parameters<HeldSearch['find']>[2];
/** Reports the requests with a surname (its code among theirs) of this score, and a given name of these. */
type ReportBearers = (surname: number, score: number, givenNames: GivenNamesLike, report: Report) => void;
/** Finds the requests of somebody whose surname is on no list. */
type UnlistedSearch = (written: string, givenNames: GivenNamesLike, report: Report) => void;

export function heldWeakerName(
  comparator: Comparator,
  { surnames, givenNames }: RequestRegister,
  lists: NameLists,
  floor: number,
): HeldSearch {
  const bySurname = namesLike(comparator, lists.surnames, surnames.dictionary, floor);
  const byGivenName = namesLike(comparator, lists.givenNames, givenNames.dictionary, floor);
  const given = (similar: SimilarValues): GivenNamesLike => {
    const places = new Uint16Array(givenNames.dictionary.size);
    similar.codes.forEach((code, place) => {
      places[code] = place + 1;
    });
    return { similar, places };
  };
  // By place on the list, where somebody has asked.
  const listedGiven: GivenNamesLike[] = [];
  const likeListed = (place: number): GivenNamesLike => {
    const [first, end] = [byGivenName.starts[place]!, byGivenName.starts[place + 1]!];
    listedGiven[place] ??= given({
      codes: byGivenName.codes.subarray(first, end),
      scores: byGivenName.scores.subarray(first, end),
    });
    return listedGiven[place];
  };
  const likeWritten = (name: string): GivenNamesLike =>
    given(name === '' ? nothing : comparator.query(givenNames.dictionary, name, floor).all());
  const givenCodes = surnames.rows.map((request) => givenNames.codes[request]!);
  const reportBearers: ReportBearers = (surname, score, { places, similar }, report) => {
    for (let at = surnames.starts[surname]!; at < surnames.starts[surname + 1]!; at++) {
      const place = places[givenCodes[at]!]!;
      if (place === 0) continue;
      const byGiven = similar.scores[place - 1]!;
      report(surnames.rows[at]!, score < byGiven ? score : byGiven);
    }
  };
  const { scan, looksUp } = comparator;
  const findUnlisted =
    scan === undefined || looksUp
      ? lookedUp(comparator, surnames, floor, reportBearers)
      : lookedThrough(comparator, scan, surnames, givenNames, floor);

  return {
    surnames: hasLike(bySurname),
    givenNames: hasLike(byGivenName),
    find(surname, givenName, report) {
      const like = givenName.listed >= 0 ? likeListed(givenName.listed) : likeWritten(givenName.written);
      if (like.similar.codes.length === 0) return;
      if (surname.listed < 0) {
        if (surname.written !== '') findUnlisted(surname.written, like, report);
        return;
      }
      const end = bySurname.starts[surname.listed + 1]!;
      for (let i = bySurname.starts[surname.listed]!; i < end; i++) {
        reportBearers(bySurname.codes[i]!, bySurname.scores[i]!, like, report);
      }
    },
  };
}

const nothing: SimilarValues = { codes: new Int32Array(0), scores: new Float64Array(0) };

/** Like surnames are looked up; most have no key that any of the requests' has. */
function lookedUp(
  { query, keysOf }: Comparator,
  { dictionary }: NameColumn,
  floor: number,
  reportBearers: ReportBearers,
): UnlistedSearch {
  const keyed = keysOf === undefined ? undefined : dictionary.keyed(keysOf);
  return (written, like, report) => {
    if (
      keyed !== undefined &&
      dictionary.codeOf(written) < 0 &&
      keysOf!(written).every((key) => keyed.codesOf(key).length === 0)
    ) {
      return;
    }
    const { codes, scores } = query(dictionary, written, floor).all();
    for (let i = 0; i < codes.length; i++) reportBearers(codes[i]!, scores[i]!, like, report);
  };
}

/** The requests with a like given name are looked through. */
function lookedThrough(
  comparator: Comparator,
  scan: Scan,
  surnames: NameColumn,
  givenNames: NameColumn,
  floor: number,
): UnlistedSearch {
  const { values } = surnames.dictionary;
  const neededBy = neededLetters(scan, floor);
  const seenByCode = Int32Array.from(values, seen);
  const repeatedByCode = Int32Array.from(values, repeatedLetterMask);
  // By place in `givenNames.rows`, which has the requests with a given name next to each other.
  const codes = givenNames.rows.map((request) => surnames.codes[request]!);
  const seenHere = codes.map((code) => seenByCode[code]!);
  return (written, { similar }, report) => {
    const own = seen(written);
    const { atAGlance } = neededBy(written.length);
    let ownRepeated = -1;
    for (let i = 0; i < similar.codes.length; i++) {
      const end = givenNames.starts[similar.codes[i]! + 1]!;
      for (let at = givenNames.starts[similar.codes[i]!]!; at < end; at++) {
        if (!canBeAlike(own, seenHere[at]!, atAGlance)) continue;
        const code = codes[at]!;
        if (ownRepeated < 0) ownRepeated = repeatedLetterMask(written);
        if (!canStillBeAlike(own, ownRepeated, seenHere[at]!, repeatedByCode[code]!, atAGlance)) continue;
        const score = comparator.compare(written, values[code]!);
        if (score >= floor) report(givenNames.rows[at]!, Math.min(score, similar.scores[i]!));
      }
    }
  };
}
