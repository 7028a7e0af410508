/**
 * The people of the invented taxpayer file from whom the pairs of the benchmark are drawn: everybody of some whole ZIP
 * areas, so that relatives and neighbours are as frequent as they are in the file.
 */

import { taxpayersOf } from '../../export/taxpayers.ts';
import type { Population, Taxpayer } from '../../population/population.ts';
import { permutation } from '../../random/permutation.ts';

/** Something people can be found by; '' where it says nothing. */
export type KeyOfPerson = (person: Taxpayer) => string;

export interface PeoplePool {
  readonly people: readonly Taxpayer[];
  /** Who has this key, in the order of the pool. Each kind of key is laid out once, when first asked for. */
  with(keyOf: KeyOfPerson, key: string): readonly Taxpayer[];
}

/** Whole ZIP areas, drawn without regard to size, until there are `least` people, or everybody. */
export function peoplePool(population: Population, least: number): PeoplePool {
  const { layout, seed } = population;
  const order = permutation(seed, 'benchmark/zip-areas', layout.zipAreas);
  const people: Taxpayer[] = [];
  for (let nth = 0; nth < layout.zipAreas && people.length < least; nth++) {
    for (const person of taxpayersOf({ population }, layout.area(order.at(nth)))) people.push(person);
  }
  const kinds = new Map<KeyOfPerson, ReadonlyMap<string, readonly Taxpayer[]>>();
  return {
    people,
    with(keyOf, key) {
      if (key === '') return [];
      const known = kinds.get(keyOf) ?? grouped(people, keyOf);
      kinds.set(keyOf, known);
      return known.get(key) ?? [];
    },
  };
}

function grouped(people: readonly Taxpayer[], keyOf: KeyOfPerson): Map<string, Taxpayer[]> {
  const groups = new Map<string, Taxpayer[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}
