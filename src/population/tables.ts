/**
 * The reference tables: what the population is drawn from. Facts and figures in `tables/`, whose README names
 * the source, licence and cut of each file. What is large and seldom asked for is read when it is; the names that people
 * draw from are prepared by the build.
 */

import { communities } from './communities.ts';
import { type NameSamplers, nameSamplers } from './name-samplers.ts';
import type { OriginId } from './origins.ts';
import { type GivenNames, readGivenNames } from './tables/given-names.ts';
import { type OriginFacts, readOrigins, readStateOrigins, type StateOrigins } from './tables/origins.ts';
import {
  type CommunitySpread,
  readCommunitySpread,
  readStateCommunities,
  readStreets,
  readZipAreas,
  type StateCommunities,
  type StreetName,
  type ZipAreas,
} from './tables/places.ts';
import { decodeNames, encodeNames, readPreparedNames } from './tables/prepared-names.ts';
import { readSurnames, type Surnames } from './tables/surnames.ts';
import { readWrittenNames, type WrittenNames } from './tables/written-names.ts';

export interface Tables {
  readonly origins: Readonly<Record<OriginId, OriginFacts>>;
  readonly stateOrigins: StateOrigins;
  /** By origin: bearers of every listed surname, and the share of people whose surname is not listed. */
  readonly surnames: Surnames;
  /** By origin, birth here or abroad, sex and decade of birth. */
  readonly givenNames: GivenNames;
  /** What surnames and given names are drawn from. */
  readonly nameSamplers: NameSamplers;
  /** The samplers as bytes, for other threads. */
  readonly preparedNames: SharedArrayBuffer;
  /** Accents, particles, apostrophes and hyphens of listed names. */
  readonly writtenNames: WrittenNames;
  readonly zipAreas: ZipAreas;
  readonly stateCommunities: StateCommunities;
  readonly communitySpread: CommunitySpread;
  readonly streets: readonly StreetName[];
}

/**
 * Reads the tables from the files beside the code.
 * @param prepared the `preparedNames` of another thread of this process
 */
export function loadTables(prepared?: SharedArrayBuffer): Tables {
  const origins = readOrigins();
  const communitySpread = readCommunitySpread();
  const stateCommunities = readStateCommunities(communitySpread);
  const country = stateCommunities.shares[stateCommunities.shares.length - 1] ?? communities.map(() => 0);
  const surnames = once(() => readSurnames(origins));
  const givenNames = once(() => readGivenNames(country));
  const preparedNames = once(
    () => prepared ?? readPreparedNames() ?? encodeNames(nameSamplers(surnames(), givenNames())),
  );
  const samplers = once(() => decodeNames(preparedNames()));
  return {
    origins,
    stateOrigins: readStateOrigins(origins, stateCommunities),
    get surnames() {
      return surnames();
    },
    get givenNames() {
      return givenNames();
    },
    get nameSamplers() {
      return samplers();
    },
    get preparedNames() {
      return preparedNames();
    },
    writtenNames: readWrittenNames(),
    zipAreas: readZipAreas(communitySpread, stateCommunities),
    stateCommunities,
    communitySpread,
    streets: readStreets(),
  };
}

/** Makes its value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
