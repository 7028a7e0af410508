/**
 * The taxpayers of a ZIP area as they are exported: the same as `population.person(index)`, one after another,
 * made from the columns of the whole area because that is many times faster.
 */

import type { ZipArea } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import { memberEntity } from '../population/people.ts';
import type { Population, Taxpayer } from '../population/population.ts';
import { statuses } from '../population/statuses.ts';
import type { RequestList } from '../requests/request-list.ts';
import type { Scenario } from '../scenario/schema.ts';

/** What is exported: the assumptions, and the taxpayer file and request list that follow from them. */
export interface ExportedWorld {
  readonly scenario: Scenario;
  readonly population: Population;
  readonly requests: RequestList;
}

/** The mark that every exported record id begins with. */
const MARK = 'SYN';

/** Exported id of the taxpayer with this index in the national file. */
export const taxpayerId = (index: number) => `${MARK}-T${index}`;

/** Exported id of the request with this number in the request list. */
export const requestId = (request: number) => `${MARK}-R${request}`;

/** Everybody of the ZIP area, by index, with exported ids. */
export function* taxpayersOf(
  { population }: Pick<ExportedWorld, 'population'>,
  area: ZipArea,
): Generator<Taxpayer> {
  const columns = population.people(area);
  const homes = population.neighbourhood(area);
  for (const cell of area.cells) {
    let household = -1;
    let member = 0;
    let dwelling = 0;
    for (let row = cell.firstPerson; row < cell.firstPerson + cell.people; row++) {
      if (columns.household[row] === household) member++;
      else {
        household = columns.household[row]!;
        member = 0;
        dwelling = homes.dwellingOf(household);
      }
      const index = area.firstPerson + row;
      yield {
        index,
        record: population.record({
          recordId: taxpayerId(index),
          columns,
          row,
          entity: memberEntity(area, cell, household, member),
          area,
          dwelling,
        }),
        origin: origins[cell.origin]!.id,
        status: statuses[columns.status[row]!]!.id,
        role: population.role(cell, household, member),
      };
    }
  }
}
