/** Names, the scenario's habits and a way to make people up, for the tests of naming. */

import { names as namesOf, type Sex, sexes } from '../../../src/population/names.ts';
import type { Bearer } from '../../../src/population/naming/bearer.ts';
import { type NameWriter, nameWriter } from '../../../src/population/naming/written-name.ts';
import { type OriginId, origins } from '../../../src/population/origins.ts';
import { loadTables } from '../../../src/population/tables.ts';
import { block, stream } from '../../../src/random/stream.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const tables = loadTables();
export const names = namesOf(tables);
const { population: assumptions } = loadScenario('irs-ice-2025');
export const { naming } = assumptions;
export const writerOf = (seed: number): NameWriter => nameWriter(tables, names, assumptions, seed);
export const writer = writerOf(1);

export const surnameCode = (listed: string) => names.surnames.indexOf(listed);
export const givenNameCode = (listed: string) => names.givenNames.indexOf(listed);

const source = stream(99, 'test/naming');

/** A person of an origin with drawn names, unless `fixed` says otherwise. */
export function person(
  entity: number,
  origin: OriginId,
  { sex = 'female', ...fixed }: Partial<Omit<Bearer, 'sex' | 'origin'>> & { readonly sex?: Sex } = {},
): Bearer {
  const place = origins.findIndex(({ id }) => id === origin);
  const words = new Uint32Array(4);
  const rare = new Uint32Array(4);
  block(source, entity, 0, words);
  const bornHere = fixed.bornHere ?? false;
  const birthYear = fixed.birthYear ?? 1975;
  const surname = names.drawSurname(place, words, () => {
    block(source, entity, 1, rare);
    return rare;
  });
  return {
    origin: place,
    bornHere,
    sex: sexes.indexOf(sex),
    birthYear,
    surname,
    givenName: names.drawGivenName(place, bornHere, sexes.indexOf(sex), birthYear, words[2]!, words[3]!),
    entity,
    siblings: entity,
    bearsHusbandsSurname: false,
    mothersSurname: -1,
    fathersGivenName: -1,
    ...fixed,
  };
}

/** That many people of an origin, one entity after the other. */
export function people(
  count: number,
  origin: OriginId,
  fixed?: Parameters<typeof person>[2],
): readonly Bearer[] {
  return Array.from({ length: count }, (_, i) => person(1000 + i, origin, fixed));
}
