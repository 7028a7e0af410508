/**
 * Links two sets of records by the search that a built-in matcher has in the simulation: the same pairs and scores as the
 * matcher's own `score` for every pair, of which the search leaves out those that it can prove to be too low.
 *
 * Files hold people that the simulation does not, and some searches count on that. `conditions` says what they count on,
 * and whoever does not fulfil it is scored by each request. Where few people meet, every pair is scored: that costs less than
 * laying out their names.
 */

import type { Matcher } from '../../matching/matcher.ts';
import { blankRecord, type PersonRecord } from '../../population/record.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { FoundPeople, type SearchOfPeople } from '../search.ts';
import { searchOf } from '../searches/index.ts';
import { SCORE_TOLERANCE } from '../thresholds-reached.ts';
import type { Block } from './blocks.ts';
import { filePeopleMaker } from './file-people.ts';
import type { FoundLinks } from './found-links.ts';
import { fewLinker } from './link-few.ts';
import { type ComparedColumns, type NameValues, recordReader } from './record-columns.ts';

/** Up to so many pairs, laying out the names of the people costs more than scoring all. */
const FEW_PAIRS = 50;
/** Requests between two breaths. */
const STEP = 64;

export interface SearchLinking {
  readonly requests: ComparedColumns;
  readonly taxpayers: ComparedColumns;
  readonly values: NameValues;
  /** The matcher whose pairs are looked for, and whose score counts. */
  readonly matcher: Pick<Matcher, 'score'>;
  /** The built-in matcher by whose search the names are searched. */
  readonly searched: Matcher;
  readonly threshold: number;
  /** Names that score lower are not found, whatever is judged beside them. */
  readonly leastNameScore: number;
  /** What becomes of the score of the names of two rows; left out where it is the score. */
  readonly judge?: (nameScore: number, request: number, taxpayer: number) => number;
  /** Whether the places of two rows agree. */
  readonly confirms: (request: number, taxpayer: number) => boolean;
}

/** What becomes of a taxpayer with these names in comparable form. */
type Treatment = 'searched' | 'scored' | 'never matched';

interface Conditions {
  /** Of names in comparable form, the given name with what was joined to it. */
  readonly treatment: (surname: string, givenName: string) => Treatment;
  /** Whether middle names are taken for initials, and the names for one bag of words. */
  readonly joinsMiddleNames?: true;
}

const searchesAll: Conditions = { treatment: () => 'searched' };
const searchesBothNames: Conditions = {
  treatment: (surname, givenName) => (surname === '' || givenName === '' ? 'never matched' : 'searched'),
};

/** What the searches count on, where it is not two names of which neither is missing. */
const conditions: Readonly<Record<string, Conditions>> = {
  'name-control': searchesAll,
  'tin-name': searchesAll,
  'fellegi-sunter': searchesAll,
  'token-set': {
    joinsMiddleNames: true,
    treatment(surname, givenName) {
      // The search takes JR at the end for a suffix, in the given name as well.
      const endsInSuffix = givenName.includes(' ') && splitSuffix(givenName).suffix !== '';
      return surname !== '' && endsInSuffix ? 'scored' : searchesBothNames.treatment(surname, givenName);
    },
  },
};

/** Whether a built-in matcher is searched by the codes of the names alone, and no record is read. */
export const isByNames = ({ comparator }: Pick<Matcher, 'comparator'>): boolean => comparator !== undefined;

/** What links a block by a search: adds its pairs to `found`, and pauses now and then. */
export function searchLinker(linking: SearchLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const linkFew = fewLinker(linking);
  const linkMany = manyLinker(linking);
  return (block, found) =>
    block.requests.length * block.taxpayers.length > FEW_PAIRS
      ? linkMany(block, found)
      : linkFew(block, found);
}

function manyLinker(linking: SearchLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const { requests, taxpayers, values, matcher, searched, threshold, judge, confirms } = linking;
  const { treatment, joinsMiddleNames = false } = conditions[searched.id] ?? searchesBothNames;
  const { lists, givenNameOf, people: peopleOf } = filePeopleMaker(taxpayers, values, joinsMiddleNames);
  let ownersOfNumber = (_: string): readonly number[] => [];
  const search = searchOf({
    matcher: searched,
    floor: Math.max(linking.leastNameScore - SCORE_TOLERANCE, Number.MIN_VALUE),
    lists,
    ownersOfNumber: (digits) => ownersOfNumber(digits),
  });
  const requestAt = isByNames(searched) ? () => blankRecord : recordReader(requests);
  const taxpayerAt = recordReader(taxpayers);
  const namesFound = new FoundPeople();

  const rowsTreated = (rows: Int32Array, as: Treatment) =>
    rows.filter((row) => {
      const surname = values.surnames[taxpayers.surnames[row]!]!;
      return treatment(surname, givenNameOf(row)) === as;
    });
  const layout = (rows: Int32Array): Layout => {
    const withNames = rowsTreated(rows, 'searched');
    const people = peopleOf(withNames);
    ownersOfNumber = people.ownersOfNumber;
    const scored = Array.from(rowsTreated(rows, 'scored'), (row) => ({ row, record: taxpayerAt(row) }));
    return { rows: withNames, find: search(people), scored };
  };
  // A large place comes in several parts, one after the other.
  let place = -1;
  let latest: Layout | undefined;

  return function* (block, found) {
    if (latest === undefined || block.place !== place) latest = layout(block.taxpayers);
    place = block.place;
    const { rows, find, scored } = latest;
    let steps = 0;
    for (const row of block.requests) {
      const record = requestAt(row);
      namesFound.count = 0;
      const givenName = values.givenNames[requests.givenNames[row]!]!;
      find({ record, surname: values.surnames[requests.surnames[row]!]!, givenName }, namesFound);
      for (let i = 0; i < namesFound.count; i++) {
        const taxpayer = rows[namesFound.people[i]!]!;
        if (!confirms(row, taxpayer)) continue;
        const nameScore = namesFound.scores[i]!;
        const score = judge === undefined ? nameScore : judge(nameScore, row, taxpayer);
        if (score >= threshold) found.add(row, taxpayer, score);
      }
      for (const { row: taxpayer, record: other } of scored) {
        if (!confirms(row, taxpayer)) continue;
        const score = matcher.score(record, other);
        if (score >= threshold) found.add(row, taxpayer, score);
      }
      if (++steps % STEP === 0) yield;
    }
  };
}

/** The taxpayers of a place, laid out. */
interface Layout {
  /** Rows of the file of those who are searched. */
  readonly rows: Int32Array;
  readonly find: SearchOfPeople;
  readonly scored: readonly { readonly row: number; readonly record: PersonRecord }[];
}
