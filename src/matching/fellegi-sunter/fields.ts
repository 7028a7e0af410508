/**
 * The fields that Fellegi-Sunter compares, and the levels of agreement of each, from none (0) to the same.
 *
 * Convention: a pair is at the highest level whose condition holds. A value missing on either side is no level but
 * `MISSING`, and says nothing either way (missing at random). Values are compared in comparable form.
 */

import type { PersonRecord } from '../../population/record.ts';
import { doubleMetaphoneKeys } from '../../text/double-metaphone.ts';
import { jaroWinklerPair } from '../../text/jaro-winkler-pair.ts';
import { nicknameSimilarity } from '../../text/nicknames.ts';
import { normaliseName } from '../../text/normalise.ts';
import { splitSuffix, surnamesOf } from '../../text/surnames.ts';
import { agreementOf, digitsOf } from '../identifiers.ts';

/** The level of a pair of which a value is missing. */
export const MISSING = -1;

/** Jaro-Winkler from which two names count as alike: the level that Splink's name comparisons use. */
export const ALIKE = 0.92;

export interface ComparisonField {
  readonly id: string;
  readonly label: string;
  /** What each level says, from 0 up; the last is exact agreement. */
  readonly levels: readonly string[];
  /** The value that is compared; '' where it is missing. */
  value(record: PersonRecord): string;
  /** The level of two values that are not missing. */
  levelOf(a: string, b: string): number;
}

const surname: ComparisonField = {
  id: 'surname',
  label: 'surname',
  levels: ['different', 'same sound', 'alike', 'one surname in common', 'same'],
  value: (record) => splitSuffix(record.surname).surname,
  levelOf(a, b) {
    if (a === b) return 4;
    const others = surnamesOf(b);
    if (surnamesOf(a).some((name) => others.includes(name))) return 3;
    if (jaroWinklerPair(a, b) >= ALIKE) return 2;
    const [sound] = doubleMetaphoneKeys(a);
    return sound !== undefined && sound === doubleMetaphoneKeys(b)[0] ? 1 : 0;
  },
};

const givenName: ComparisonField = {
  id: 'givenName',
  label: 'given name',
  levels: ['different', 'same initial, one only an initial', 'alike', 'nickname', 'same'],
  value: (record) => normaliseName(record.givenName),
  levelOf(a, b) {
    if (a === b) return 4;
    if (nicknameSimilarity(a, b) > 0) return 3;
    if (jaroWinklerPair(a, b) >= ALIKE) return 2;
    return initialOnly(a, b) ? 1 : 0;
  },
};

const middleName: ComparisonField = {
  id: 'middleName',
  label: 'middle name',
  levels: ['different', 'same initial, one only an initial', 'same'],
  value: (record) => normaliseName(record.middleName),
  levelOf(a, b) {
    if (initialOnly(a, b)) return 1;
    return a === b ? 2 : 0;
  },
};

const dateOfBirth: ComparisonField = {
  id: 'dateOfBirth',
  label: 'date of birth',
  levels: ['different', 'same year', 'one digit off, or day and month exchanged', 'same'],
  value: (record) => digitsOf('dateOfBirth', record.dateOfBirth),
  levelOf(a, b) {
    const agreement = agreementOf('dateOfBirth', a, b);
    if (agreement === 'agree') return 3;
    if (agreement === 'near') return 2;
    return a.slice(0, 4) === b.slice(0, 4) ? 1 : 0;
  },
};

const tin: ComparisonField = {
  id: 'tin',
  label: 'taxpayer number',
  levels: ['different', 'one digit off', 'same'],
  value: (record) => digitsOf('tin', record.tin),
  levelOf(a, b) {
    const agreement = agreementOf('tin', a, b);
    return agreement === 'agree' ? 2 : agreement === 'near' ? 1 : 0;
  },
};

/** All fields that can be compared. */
export const comparisonFields: readonly ComparisonField[] = [
  surname,
  givenName,
  middleName,
  dateOfBirth,
  tin,
];

/** The fields that the built-in matcher looks at unless asked for more. */
export const nameFields: readonly string[] = [surname, givenName, middleName].map(({ id }) => id);

/** The level of a pair in a field, or `MISSING`. */
function levelIn(field: ComparisonField, request: PersonRecord, taxpayer: PersonRecord): number {
  const [a, b] = [field.value(request), field.value(taxpayer)];
  return a === '' || b === '' ? MISSING : field.levelOf(a, b);
}

/** The levels of a pair in the fields of these ids, in their order: a pattern for `fitFellegiSunter`. */
export function comparisonLevels(
  request: PersonRecord,
  taxpayer: PersonRecord,
  ids: readonly string[] = comparisonFields.map(({ id }) => id),
): readonly number[] {
  return ids.map((id) => levelIn(comparisonField(id), request, taxpayer));
}

/** The field of an id; an unknown id is a RangeError that lists the known ones. */
export function comparisonField(id: string): ComparisonField {
  const field = comparisonFields.find((entry) => entry.id === id);
  if (field === undefined) {
    throw new RangeError(
      `unknown field; one of ${comparisonFields.map((entry) => entry.id).join(', ')}: ${id}`,
    );
  }
  return field;
}

/** One of the two is a single letter, and the other begins with it. */
function initialOnly(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}
