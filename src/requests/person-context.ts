/**
 * What the errors in a request record may depend on: the circumstances of the requested person, each worked out when an
 * error first asks for it. A record holds none of it.
 */

import type { Address, CorruptionContext } from '../corruption/context.ts';
import type { OtherSurnames } from '../population/naming/household-names.ts';
import { origins } from '../population/origins.ts';
import type { Population } from '../population/population.ts';
import type { Housemate, Housemates } from './housemates.ts';
import type { RequestedMember } from './truth.ts';

/** How the parts are made, for any request of a list. */
export interface ContextSources {
  readonly otherSurnames: Population['otherSurnames'];
  readonly housemates: Housemates;
  readonly formerAddress: (request: number) => Address;
  readonly othersTin: (request: number) => string;
}

/** The context of a requested person whose record is made. */
export class PersonContext implements CorruptionContext {
  readonly origin: string;
  readonly recordAgeYears: number;
  readonly #request: number;
  readonly #person: RequestedMember;
  readonly #sources: ContextSources;
  #surnames: OtherSurnames | undefined;
  #household: readonly Housemate[] | undefined;
  #formerAddress: Address | undefined;
  #othersTin: string | undefined;

  constructor(request: number, person: RequestedMember, recordAgeYears: number, sources: ContextSources) {
    this.origin = origins[person.cell.origin]!.id;
    this.recordAgeYears = recordAgeYears;
    this.#request = request;
    this.#person = person;
    this.#sources = sources;
  }

  get motherSurname(): string {
    return this.#otherSurnames().mothers;
  }

  get marriedSurname(): string {
    return this.#otherSurnames().marriage;
  }

  get household(): readonly Housemate[] {
    this.#household ??= this.#sources.housemates(this.#person);
    return this.#household;
  }

  get formerAddress(): Address {
    this.#formerAddress ??= this.#sources.formerAddress(this.#request);
    return this.#formerAddress;
  }

  get othersTin(): string {
    this.#othersTin ??= this.#sources.othersTin(this.#request);
    return this.#othersTin;
  }

  #otherSurnames(): OtherSurnames {
    const { area, cell, household, member } = this.#person;
    this.#surnames ??= this.#sources.otherSurnames(area, cell, household, member);
    return this.#surnames;
  }
}
