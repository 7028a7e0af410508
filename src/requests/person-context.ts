/**
 * What the errors in a request record may depend on: the circumstances of the requested person, each worked out when an
 * error first asks for it. A record holds none of it.
 */

import type { Address, CorruptionContext, HouseholdMember } from '../corruption/context.ts';
import { hasResident, householdInCell } from '../population/cell-households.ts';
import { residentMember } from '../population/member-entity.ts';
import { origins } from '../population/origins.ts';
import type { Population } from '../population/population.ts';
import type { RequestTruth } from './truth.ts';

/** Somebody at home, and their index in the file, or -1. */
export interface Housemate extends HouseholdMember {
  readonly person: number;
}

/** Everybody who lives with the requested person, those who do not file among them. */
export function housematesOf(
  population: Population,
  { area, cell, household, member }: Pick<RequestTruth, 'area' | 'cell' | 'household' | 'member'>,
): readonly Housemate[] {
  const of = population.householdsOf[cell.origin]!;
  const { members } = population.household(area.firstHousehold + household);
  const isWithResident = hasResident(of, cell, householdInCell(area, cell, household));
  return members
    .filter((_, place) =>
      member === residentMember && isWithResident ? place < members.length - 1 : place !== member,
    )
    .map(({ person, identifier, record: { givenName, dateOfBirth } }) => ({
      person,
      givenName,
      dateOfBirth,
      tin: person < 0 ? '' : population.taxpayerNumber(identifier, person),
    }));
}

/** The parts that need somebody or something to be made. */
export interface ContextSources {
  readonly recordAgeYears: number;
  readonly formerAddress: () => Address;
  readonly othersTin: () => string;
  readonly housemates: () => readonly Housemate[];
}

/** The context of a requested person whose record is made. */
export function personContext(
  population: Population,
  { area, cell, household, member }: RequestTruth,
  { recordAgeYears, formerAddress, othersTin, housemates }: ContextSources,
): CorruptionContext {
  const surnames = once(() => population.otherSurnames(area, cell, household, member));
  const [tin, former, others] = [once(othersTin), once(formerAddress), once(housemates)];
  return {
    origin: origins[cell.origin]!.id,
    recordAgeYears,
    get motherSurname() {
      return surnames().mothers;
    },
    get marriedSurname() {
      return surnames().marriage;
    },
    get household() {
      return others();
    },
    get formerAddress() {
      return former();
    },
    get othersTin() {
      return tin();
    },
  };
}

/** A function that works its value out the first time. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
