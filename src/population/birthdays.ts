/** The day on which somebody was born: any of the year, twins on the same; 29 February is left to those who need it. */

import { below, block, stream } from '../random/stream.ts';
import type { PeopleColumns } from './people-columns.ts';

const days: readonly string[] = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(5, 10),
);

/** ISO date of birth of the member with an entity, whose codes are in `row` of `columns`. */
export type DateOfBirth = (columns: PeopleColumns, row: number, entity: number) => string;

/** The dates of birth of a file, under its seed. */
export function birthdays(seed: number): DateOfBirth {
  const draws = stream(seed, 'population/birthday');
  const words = new Uint32Array(4);
  return (columns, row, entity) => {
    block(draws, entity - columns.isTwin[row]!, 0, words);
    return `${columns.birthYear[row]!}-${days[below(words[0]!, days.length)]!}`;
  };
}
