/** A date of birth as its three numbers, and back; dates that are blank or not ISO dates are left alone. */

import type { PersonRecord } from '../population/record.ts';

interface BirthDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The date of birth of a record; `undefined` where it holds none. */
export function birthDateOf({ dateOfBirth }: PersonRecord): BirthDate | undefined {
  const [, year, month, day] = ISO_DATE.exec(dateOfBirth) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** The date as YYYY-MM-DD; 29 February of a common year becomes the 28th. */
export function isoDate({ year, month, day }: BirthDate): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const inMonth = month === 2 && day === 29 && !isLeap ? 28 : day;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(inMonth)}`;
}
