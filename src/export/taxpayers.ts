/**
 * The taxpayers of a ZIP area as they are exported: the same as `population.person(index)`, one after another,
 * made from the columns of the whole area because that is many times faster.
 */

import { type Member, returnNumbers } from '../population/household-members.ts';
import type { ZipArea } from '../population/layout.ts';
import { memberEntity } from '../population/member-entity.ts';
import { origins } from '../population/origins.ts';
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

/** What only the simulation knows of a taxpayer, in the order of the columns of `taxpayer-truth`. */
export function truthCells(taxpayer: Taxpayer): string[] {
  const { record, status, origin, role, filing, household, returnNumber, identifier } = taxpayer;
  const householdId = `${MARK}-H${household}`;
  return [
    record.recordId,
    status,
    origin,
    role,
    filing,
    householdId,
    `${householdId}-${returnNumber + 1}`,
    identifier,
  ];
}

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
    let members: readonly Member[] = [];
    let returns: readonly number[] = [];
    for (let row = cell.firstPerson; row < cell.firstPerson + cell.people; row++) {
      if (columns.household[row] === household) member++;
      else {
        household = columns.household[row]!;
        member = 0;
        dwelling = homes.dwellingOf(household);
        members = population.members(area, cell, household);
        returns = returnNumbers(members);
      }
      const { role, filing } = members[member]!;
      const entity = memberEntity(area, cell, household, member);
      const index = area.firstPerson + row;
      const name = population.nameOf(area, cell, household, member);
      const identifier = population.identifier(columns.status[row]!, filing, entity);
      yield {
        index,
        writtenName: name.written,
        record: population.filing.asFiled(
          population.record({
            recordId: taxpayerId(index),
            name: name.filed,
            columns,
            row,
            entity,
            area,
            address: homes.filedCode(dwelling),
            tin: population.taxpayerNumber(identifier, index),
          }),
          area,
          cell,
          household,
          row,
        ),
        origin: origins[cell.origin]!.id,
        status: statuses[columns.status[row]!]!.id,
        role,
        filing,
        household: area.firstHousehold + household,
        returnNumber: returns[member]!,
        identifier,
      };
    }
  }
}
