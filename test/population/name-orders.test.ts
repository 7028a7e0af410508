/** Whether names drawn together are those drawn one by one. */

import { describe, expect, it } from 'vitest';
import { compositionOf } from '../../src/population/cell-households.ts';
import { layout } from '../../src/population/layout.ts';
import type { LayoutCounts } from '../../src/population/layout-counts.ts';
import { type PeopleColumns, peopleColumns } from '../../src/population/people-columns.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const tables = loadTables();
const scenario = loadScenario('irs-ice-2025');
const world = population(scenario, 5, tables);
const kept = [
  'surname',
  'givenName',
  'sex',
  'birthYear',
  'household',
  'status',
  'namedAfter',
  'isTwin',
] as const;
const rowOf = (columns: PeopleColumns, row: number) => kept.map((column) => columns[column][row]);

describe('the people of a ZIP area, made together', () => {
  // Empty, small, and so large that names are drawn in many turns.
  const areas = [0, 1, 700, 9000, 20_000, 31_000].map((zip) => world.layout.area(zip));
  const largest = areas.toSorted((a, b) => b.people - a.people)[0]!;

  it('are those of its households, made one by one in another order', () => {
    expect(largest.people).toBeGreaterThan(5000);
    for (const area of areas) {
      const together = world.people(area);
      const one = peopleColumns(24);
      for (const cell of area.cells.toReversed()) {
        let row = cell.firstPerson + cell.people;
        for (let household = cell.households - 1; household >= 0; household--) {
          const { filers } = compositionOf(world.householdsOf[cell.origin]!, cell, household);
          row -= filers;
          world.maker.fillHousehold(area, cell, household, filers, one, 3);
          for (let place = 0; place < filers; place++) {
            const [alone, here] = [rowOf(one, 3 + place), rowOf(together, row + place)];
            if (alone.some((value, i) => value !== here[i])) expect(alone).toEqual(here);
          }
        }
      }
    }
  });
});

describe('a population made of what another thread shares', () => {
  const other = population(scenario, 5, loadTables(world.shared.names), world.shared.counts);

  it('is the same', () => {
    for (const zip of [1, 700, 9000, 33_000]) {
      expect(other.layout.area(zip)).toEqual(world.layout.area(zip));
    }
    for (const index of [0, 12_345_678, world.size - 1]) {
      expect(other.person(index)).toEqual(world.person(index));
    }
    expect(other.households).toBe(world.households);
  });

  it('shares the memory of the counts and of the names', () => {
    expect(other.layout.counts).toBe(world.layout.counts);
    expect(other.names.surnameTables.cells.buffer).toBe(world.shared.names);
    for (const column of Object.values(world.shared.counts)) {
      expect(column.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('cannot differ in the counts, which follow from the arguments', () => {
    const { counts } = layout(
      tables,
      world.size,
      world.householdsOf,
      5,
      scenario.population.puertoRicoFiling.value,
    );
    for (const [name, column] of Object.entries(counts)) {
      const given = world.shared.counts[name as keyof LayoutCounts];
      expect(Buffer.from(column.buffer).equals(Buffer.from(given.buffer)), name).toBe(true);
    }
  });
});
