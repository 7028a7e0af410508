/**
 * How the people of a taxpayer file divide into those who draw their names alike: by origin; for given names by birthplace,
 * sex and decade of birth too; for surnames by how many of them a return shows, and in which form.
 *
 * The shares of the origins are exact: those of each ZIP area as they are expected, weighted by its people. How the people of
 * an origin divide is counted over households made for it, by the same maker as any others and from a seed of their own: a
 * kind of people with one per cent of the file is counted to 2 in 100 of itself (one standard error; 0.02 bits). So no share
 * depends on the seed of a run.
 */

import type { Scenario } from '../scenario/schema.ts';
import type { HouseholdsOfOrigin } from './cell-households.ts';
import { communityShares } from './communities.ts';
import { familyAssumptions } from './family-assumptions.ts';
import type { ZipArea } from './layout.ts';
import type { Names } from './names.ts';
import { householdNames } from './naming/household-names.ts';
import { nameForms } from './naming/name-forms.ts';
import { nameWriter } from './naming/written-name.ts';
import { originShares, origins } from './origins.ts';
import { peopleMaker } from './people.ts';
import { peopleColumns } from './people-columns.ts';
import { scenarioHouseholds } from './scenario-households.ts';
import { statusShares, usBornCitizen } from './statuses.ts';
import type { Tables } from './tables.ts';

const SEED = 0;
/** People made in all, in proportion to the origins, and of each origin at least. */
const PEOPLE = 400_000;
const FEWEST_OF_ORIGIN = 8000;

const genderedForms = [0, nameForms.feminine, nameForms.masculine] as const;
const GENDERED = nameForms.feminine | nameForms.masculine;

/** Shares of people; those by origin are in the order of `origins`. */
export interface NameBearers {
  readonly origins: readonly number[];
  /** Who draw their given name from each table of `Names.givenNameTables`. */
  readonly givenNameTables: Float64Array;
  /** Of the people of each origin, those who file under two surnames. */
  readonly twoSurnames: readonly number[];
  /** Of the people of each origin, those whose surname is in each of the forms. */
  readonly gendered: readonly (readonly { readonly form: number; readonly share: number }[])[];
}

export function nameBearers(scenario: Scenario, tables: Tables, names: Names): NameBearers {
  const ofStatuses = statusShares(scenario, tables.origins);
  const householdsOf = scenarioHouseholds(scenario, ofStatuses, SEED);
  const maker = peopleMaker(names, householdsOf, familyAssumptions(scenario, ofStatuses), SEED);
  const naming = householdNames(nameWriter(tables, names, scenario.population, SEED), maker, householdsOf);
  const shares = expectedOrigins(tables, scenario.population.puertoRicoFiling.value);
  const givenNameTables = new Float64Array(names.givenNameTables.sizes.length);
  const twoSurnames: number[] = [];
  const gendered: NameBearers['gendered'][number][] = [];

  shares.forEach((share, origin) => {
    const people = Math.max(FEWEST_OF_ORIGIN, Math.round(share * PEOPLE));
    const area = areaOf(origin, people, householdsOf[origin]!);
    const columns = peopleColumns(people);
    maker.fillArea(area, columns);
    naming.fillForms(area, columns);
    for (let row = 0; row < people; row++) {
      const bornHere = columns.status[row] === usBornCitizen;
      const table = names.givenNameTable(origin, bornHere, columns.sex[row]!, columns.birthYear[row]!);
      givenNameTables[table]! += share / people;
    }
    twoSurnames.push(columns.secondSurname.filter((code) => code >= 0).length / people);
    gendered.push(
      genderedForms.map((form) => ({
        form,
        share: columns.nameForm.filter((bits) => (bits & GENDERED) === form).length / people,
      })),
    );
  });
  return { origins: shares, givenNameTables, twoSurnames, gendered };
}

/** An area in which nobody lives but people of one origin, in the households that they follow. */
function areaOf(origin: number, people: number, { pattern }: HouseholdsOfOrigin): ZipArea {
  const households = pattern.householdsFor(people);
  const cell = {
    origin,
    firstPerson: 0,
    people,
    firstHousehold: 0,
    households,
    firstNonFiling: households,
    nonFiling: 0,
    patternStart: 0,
    statusStart: 0,
  };
  return {
    zip: 0,
    code: '',
    city: '',
    state: '',
    firstPerson: 0,
    people,
    cells: [cell],
    households,
    firstHousehold: 0,
    dwellings: households,
  };
}

/** The expected shares of the origins among the people of the file. */
function expectedOrigins(tables: Tables, puertoRicoFiling: number): readonly number[] {
  const { zipAreas } = tables;
  // Gamma values at their mean make every share its mean: the fractions are independent of each other.
  const mean = (_draw: number, shape: number) => shape;
  const people = origins.map(() => 0);
  zipAreas.population.forEach((residents, zip) => {
    const filing = zipAreas.state[zip] === 'PR' ? residents * puertoRicoFiling : residents;
    if (filing === 0) return;
    originShares(tables, zip, communityShares(tables, zip, mean), mean).forEach((share, origin) => {
      people[origin]! += share * filing;
    });
  });
  const all = people.reduce((sum, count) => sum + count, 0);
  return people.map((count) => count / all);
}
