/**
 * The people of a ZIP area who are looked up in the request list: a share of them, each drawn by a lot of their own, and
 * whoever a request is about. A share is enough, because under a wide place scope nobody's neighbours matter to them.
 */

import type { ZipArea } from '../../population/layout.ts';
import { type PeopleColumns, peopleColumns } from '../../population/people-columns.ts';
import type { Population } from '../../population/population.ts';
import { block, stream, uniform } from '../../random/stream.ts';
import { filedNames } from '../filed-names.ts';
import { type NameLists, type ZipNames, zipNamesMaker } from '../zip-names.ts';
import type { EverybodyThere } from './everybody-there.ts';

export interface PeopleLookedUp {
  /** Their rows in the ZIP area, ascending. */
  readonly rows: Int32Array;
  /** By place among them: 1 if drawn by lot, 0 if there for a request about them alone. */
  readonly isDrawn: Uint8Array;
  /** Their names, by place. */
  readonly names: ZipNames;
  /** By place: places in `statuses` and `origins`, and the household, counted from the first of the ZIP area. */
  readonly status: Uint8Array;
  readonly origin: Uint8Array;
  readonly household: Int32Array;
  /** By place: the digits YYYYMMDD of their date of birth as a number. */
  birthDate(place: number): number;
}

/** Draws the people of one ZIP area after another; what it drew for one is spoilt when it draws for the next. */
export function peopleLookedUp(
  population: Population,
  lists: NameLists,
): (there: EverybodyThere, requested: ReadonlySet<number>, share: number) => PeopleLookedUp {
  const lots = stream(population.seed, 'linkage/wide-sample');
  const words = new Uint32Array(4);
  const namesOf = zipNamesMaker(lists);
  const isDrawn = (person: number, share: number) => {
    if (share >= 1) return true;
    block(lots, person, 0, words);
    return uniform(words[0]!) < share;
  };

  return ({ area, people: everybody, misfiled, birthDate }, requested, share) => {
    const rows: number[] = [];
    const drawn: number[] = [];
    for (let row = 0; row < area.people; row++) {
      const byLot = isDrawn(area.firstPerson + row, share);
      if (!byLot && !requested.has(row)) continue;
      rows.push(row);
      drawn.push(byLot ? 1 : 0);
    }
    const columns = picked(everybody, rows);
    const placeOfRow = new Int32Array(area.people).fill(-1);
    rows.forEach((row, place) => {
      placeOfRow[row] = place;
    });
    const misfiledHere = [...misfiled].flatMap(([row, error]) =>
      placeOfRow[row]! < 0 ? [] : [[placeOfRow[row]!, error] as const],
    );
    return {
      rows: Int32Array.from(rows),
      isDrawn: Uint8Array.from(drawn),
      names: namesOf(
        rows.length,
        filedNames(population.names, lists.surnames.size, columns, new Map(misfiledHere)),
      ),
      status: columns.status,
      household: columns.household,
      origin: originsOf(area, rows),
      birthDate: (place) => birthDate(rows[place]!),
    };
  };
}

/** Some rows of people's columns. */
function picked(columns: PeopleColumns, rows: readonly number[]): PeopleColumns {
  if (rows.length === columns.surname.length) return columns;
  const some = peopleColumns(rows.length);
  for (const field of Object.keys(some) as (keyof PeopleColumns)[]) {
    const [from, to] = [columns[field], some[field]];
    rows.forEach((row, place) => {
      to[place] = from[row]!;
    });
  }
  return some;
}

/** The origin of each row, rows ascending. */
function originsOf({ cells }: ZipArea, rows: readonly number[]): Uint8Array {
  let c = 0;
  return Uint8Array.from(rows, (row) => {
    while (row >= cells[c]!.firstPerson + cells[c]!.people) c += 1;
    return cells[c]!.origin;
  });
}
