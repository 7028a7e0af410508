/**
 * What makes a name hard to match, each with two kinds of pairs: a request and the person it is about, and the same
 * request and somebody else whom it could be taken for. The errors are those of the corruption room, one to a request
 * and the record otherwise as in the file, so that a category says what that one error does.
 *
 * The other person is never drawn at random from the country, whom any matcher would tell apart, but among those who
 * are near: of the same surname and initial, of the same name, at the same address.
 */

import { type Address, addressFields, type CorruptionContext } from '../../corruption/context.ts';
import { corruptions } from '../../corruption/corruptions/index.ts';
import type { Taxpayer } from '../../population/population.ts';
import type { PersonRecord } from '../../population/record.ts';
import { below, uniform } from '../../random/stream.ts';
import { normaliseName } from '../../text/normalise.ts';
import { surnamesOf } from '../../text/surnames.ts';
import type { KeyOfPerson, PeoplePool } from './people-pool.ts';

/** What a request says, and somebody else whom it could be taken for. */
export interface DrawnPair {
  readonly request: PersonRecord;
  readonly other: Taxpayer;
}

export interface NameCategory {
  readonly id: string;
  /** One short word for the head of a column. */
  readonly label: string;
  /** How the two kinds of pairs are made. */
  readonly describe: string;
  /** A pair about the person, or undefined where there is none; `words` are eight random words of its own. */
  draw(person: Taxpayer, pool: PeoplePool, words: Uint32Array): DrawnPair | undefined;
}

/** The share of stale addresses that are in the same ZIP area, as the base scenario has it. */
const STALE_IN_SAME_ZIP = 0.25;
/** A name is common that so many people of the pool bear. */
const BEARERS = 6;

const given = (record: PersonRecord) => normaliseName(record.givenName);
const nameKey = (surname: string, givenPart: string) =>
  surname === '' || givenPart === '' ? '' : `${normaliseName(surname)}|${givenPart}`;
const byFullName: KeyOfPerson = ({ record }) => nameKey(record.surname, given(record));
const byInitial: KeyOfPerson = ({ record }) => nameKey(record.surname, given(record).charAt(0));
const byFirstSurname: KeyOfPerson = ({ record }) =>
  nameKey(surnamesOf(record.surname)[0] ?? '', given(record));
const byZip: KeyOfPerson = ({ record }) => record.zip;
const anywhere: KeyOfPerson = () => 'anywhere';

/** The record with one of these errors in it, each as likely as another; undefined where none can act. */
function withError(
  ids: readonly string[],
  { record, origin }: Taxpayer,
  words: Uint32Array,
  context: CorruptionContext = {},
): PersonRecord | undefined {
  const person: CorruptionContext = { origin, ...context };
  const able = corruptions.filter(({ id, canAct }) => ids.includes(id) && canAct(record, person));
  const chosen = able[below(words[0]!, able.length)];
  return chosen?.apply(record, person, words.subarray(4, 8));
}

/** Where somebody lives, and nothing else of the record. */
const addressOf = ({ record }: Taxpayer): Address =>
  Object.fromEntries(addressFields.map((field) => [field, record[field]])) as unknown as Address;

/** One of the people, or undefined where there are none. */
const oneOf = (people: readonly Taxpayer[], word: number): Taxpayer | undefined =>
  people[below(word, people.length)];

const pairOf = (request: PersonRecord | undefined, other: Taxpayer | undefined): DrawnPair | undefined =>
  request === undefined || other === undefined ? undefined : { request, other };

/** Somebody of the same surname as the record, and of another given name with the same initial. */
function nearNamesake(person: Taxpayer, record: PersonRecord, pool: PeoplePool, word: number) {
  const names = [given(person.record), given(record)];
  const near = pool.with(byInitial, nameKey(record.surname, given(record).charAt(0)));
  return oneOf(
    near.filter((other) => !names.includes(given(other.record))),
    word,
  );
}

const twoSurnames: NameCategory = {
  id: 'two-surnames',
  label: 'surnames',
  describe:
    'one of two surnames left out, or both joined or exchanged; another person of that given name and first surname',
  draw(person, pool, words) {
    const request = withError(
      ['second-surname-dropped', 'second-surname-alone', 'surnames-joined', 'surnames-exchanged'],
      person,
      words,
    );
    if (request === undefined) return undefined;
    const others = pool
      .with(byFirstSurname, byFirstSurname(person))
      .filter(({ record }) => normaliseName(record.surname) !== normaliseName(person.record.surname));
    return pairOf(request, oneOf(others, words[1]!));
  },
};

/** A record with this error in its name, beside somebody of that surname and initial. */
function besideNearNamesake(error: string): NameCategory['draw'] {
  return (person, pool, words) => {
    const request = withError([error], person, words);
    return request && pairOf(request, nearNamesake(person, request, pool, words[1]!));
  };
}

const transliteration: NameCategory = {
  id: 'transliteration',
  label: 'translit',
  describe: 'another Latin spelling of one name; another person of that surname and initial',
  draw: besideNearNamesake('transliteration-variant'),
};

const nickname: NameCategory = {
  id: 'nickname',
  label: 'nickname',
  describe: 'a short form of the given name; another person of that surname and initial',
  draw: besideNearNamesake('nickname'),
};

const suffix: NameCategory = {
  id: 'suffix',
  label: 'suffix',
  describe: 'JR or SR left out; the father or son at home, or another bearer of that name',
  draw(person, pool, words) {
    const request = withError(['name-suffix-dropped'], person, words);
    if (request === undefined) return undefined;
    const others = pool
      .with(byFullName, byFullName(person))
      .filter(({ record }) => record.suffix !== person.record.suffix);
    const atHome = others.filter(({ household }) => household === person.household);
    return pairOf(request, oneOf(atHome.length > 0 ? atHome : others, words[1]!));
  },
};

const swappedOrder: NameCategory = {
  id: 'swapped-order',
  label: 'swapped',
  describe: 'given name and surname exchanged; another person of that surname and initial',
  draw: (person, pool, words) =>
    pairOf(withError(['names-swapped'], person, words), nearNamesake(person, person.record, pool, words[1]!)),
};

const commonName: NameCategory = {
  id: 'common-name',
  label: 'common',
  describe: 'no error; another bearer of the very same name',
  draw(person, pool, words) {
    const bearers = pool.with(byFullName, byFullName(person));
    if (bearers.length < BEARERS) return undefined;
    const others = bearers.filter(({ index }) => index !== person.index);
    return pairOf(person.record, oneOf(others, words[1]!));
  },
};

const staleAddress: NameCategory = {
  id: 'stale-address',
  label: 'stale',
  describe: 'a dwelling that the person has left; somebody who lives there',
  draw(person, pool, words) {
    const isNear = uniform(words[2]!) < STALE_IN_SAME_ZIP;
    const [keyOf, key] = isNear ? [byZip, byZip(person)] : [anywhere, 'anywhere'];
    const other = oneOf(pool.with(keyOf, key), words[1]!);
    if (other === undefined || other.household === person.household) return undefined;
    return pairOf(withError(['former-address'], person, words, { formerAddress: addressOf(other) }), other);
  },
};

/** In the order of tables. */
export const nameCategories: readonly NameCategory[] = [
  twoSurnames,
  transliteration,
  nickname,
  suffix,
  swappedOrder,
  commonName,
  staleAddress,
];
