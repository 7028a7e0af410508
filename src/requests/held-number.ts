/**
 * The taxpayer number that the agency holds of a requested person: none, the right one, a mistyped one, one borrowed
 * from somebody else, or one that nobody has. Beside the digits it says whose number it is in the file.
 *
 * Part of the numbers come from employers, who have what the worker gave them (population/employer-numbers.ts). Whoever
 * borrows may have the number of a person at home; the other holders are strangers, each lending to one
 * request only. A mistyped number is somebody's as often as numbers are: then it is that of any one person, since
 * simulated numbers do not lie as densely as issued ones.
 */

import { householdInCell } from '../population/cell-households.ts';
import { employerNumbers } from '../population/employer-numbers.ts';
import { largestHousehold } from '../population/household-members.ts';
import { memberEntity } from '../population/member-entity.ts';
import { peopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import { permutation } from '../random/permutation.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import { digitReplaced } from '../text/digit-errors.ts';
import type { Housemates } from './housemates.ts';
import type { HeldNumber, RequestedMember } from './truth.ts';

/** A requested person, as far as their number depends on it. */
export interface NumberBearer extends RequestedMember {
  /** Number of the request. */
  readonly request: number;
  /** Number of the person on the list. */
  readonly person: number;
  readonly taxpayer: number;
  /** Place in `statuses`. */
  readonly status: number;
}

export interface HeldNumbers {
  of(bearer: NumberBearer): HeldNumber;
  /** Somebody else's number, for the error that takes one for another; a different one for each request. */
  ofOther(request: number): HeldNumber;
}

const NONE: HeldNumber = { kind: 'none', digits: '', owner: -1 };
/** The first five digits keep a simulated number within ranges that are never issued. */
const SERIAL_START = 5;
const SERIAL_DIGITS = 4;

export function heldNumbers(scenario: Scenario, population: Population, housemates: Housemates): HeldNumbers {
  const { tin, count } = scenario.requests;
  const { borrowed, invented } = scenario.population.numbers;
  const { seed, size } = population;
  const draws = stream(seed, 'requests/number');
  const strangers = permutation(seed, 'requests/mistyped-number', size);
  const others = permutation(seed, 'requests/number-of-other', size);
  const words = new Uint32Array(4);
  const second = new Uint32Array(4);

  const columns = peopleColumns(largestHousehold);

  const kindOf = (index: number) => {
    const { area, cell, household, member } = population.place(index);
    const inCell = householdInCell(area, cell, household);
    population.maker.fillHousehold(area, cell, inCell, member + 1, columns, 0);
    const { filing } = population.members(area, cell, household)[member]!;
    const entity = memberEntity(area, cell, household, member);
    return population.identifier(columns.status[member]!, filing, entity);
  };
  const numberOf = (person: number) => population.taxpayerNumber(kindOf(person), person);
  const atEmployer = employerNumbers(
    { borrowed: borrowed.value, invented: invented.value },
    size,
    (person) => kindOf(person) === 'ssn',
    count.value,
    seed,
  );

  /** The person's own number; somebody outside the file has one of no index in it. */
  const ownNumber = ({ taxpayer, person, status, area, cell, household, member }: NumberBearer) => {
    const isInFile = taxpayer >= 0;
    const filing = isInFile ? population.members(area, cell, household)[member]!.filing : 'does-not-file';
    const kind = population.identifier(status, filing, memberEntity(area, cell, household, member));
    return population.taxpayerNumber(kind, isInFile ? taxpayer : size + person);
  };

  const borrowedAtHome = (bearer: NumberBearer, word: number): HeldNumber | undefined => {
    const lenders = housemates(bearer).filter(({ person }) => person >= 0 && kindOf(person) === 'ssn');
    const lender = lenders[below(word, Math.max(1, lenders.length))];
    return lender && { kind: 'borrowed', digits: lender.tin, owner: lender.person };
  };

  return {
    of(bearer) {
      const { request, person, taxpayer } = bearer;
      block(draws, request, 0, words);
      const held = taxpayer >= 0 ? tin.held.inFile : tin.held.outsideFile;
      if (uniform(words[0]!) >= held.value) return NONE;
      block(draws, request, 1, second);
      if (uniform(words[1]!) < tin.fromEmployers.value) {
        const number = atEmployer(person, taxpayer);
        if (number.kind === 'invented') return { kind: 'invented', digits: number.digits, owner: -1 };
        if (number.kind === 'borrowed') {
          const near = uniform(words[2]!) < tin.borrowedAtHome.value;
          const lent = near ? borrowedAtHome(bearer, words[3]!) : undefined;
          return lent ?? { kind: 'borrowed', digits: number.digits, owner: number.holder };
        }
      }
      const digits = ownNumber(bearer);
      if (digits === '') return NONE;
      if (uniform(second[0]!) >= tin.mistyped.value) return { kind: 'right', digits, owner: taxpayer };
      if (uniform(second[1]!) < tin.mistypedIsHeld.value) {
        const owner = strangers.at(request);
        if (owner !== taxpayer) return { kind: 'mistyped', digits: numberOf(owner), owner };
      }
      const place = SERIAL_START + below(second[2]!, SERIAL_DIGITS);
      return { kind: 'mistyped', digits: digitReplaced(digits, place, second[3]!), owner: -1 };
    },
    ofOther(request) {
      const owner = others.at(request % size);
      return { kind: 'borrowed', digits: numberOf(owner), owner };
    },
  };
}
