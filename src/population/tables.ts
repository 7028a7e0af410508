/**
 * The reference tables: what the population is drawn from. Facts and figures in `tables/`, whose README names
 * the source, licence and cut of each file. Reading them all takes about 0.3 s: once a process.
 */

import { communities } from './communities.ts';
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
import { readSurnames, type Surnames } from './tables/surnames.ts';
import { readWrittenNames, type WrittenNames } from './tables/written-names.ts';

export interface Tables {
  readonly origins: Readonly<Record<OriginId, OriginFacts>>;
  readonly stateOrigins: StateOrigins;
  /** By origin: bearers of every listed surname, and the share of people whose surname is not listed. */
  readonly surnames: Surnames;
  /** By origin, birth here or abroad, sex and decade of birth. */
  readonly givenNames: GivenNames;
  /** Accents, particles, apostrophes and hyphens of listed names. */
  readonly writtenNames: WrittenNames;
  readonly zipAreas: ZipAreas;
  readonly stateCommunities: StateCommunities;
  readonly communitySpread: CommunitySpread;
  readonly streets: readonly StreetName[];
}

/** Reads every table from the files beside the code. */
export function loadTables(): Tables {
  const origins = readOrigins();
  const communitySpread = readCommunitySpread();
  const stateCommunities = readStateCommunities(communitySpread);
  const country = stateCommunities.shares[stateCommunities.shares.length - 1] ?? communities.map(() => 0);
  return {
    origins,
    stateOrigins: readStateOrigins(origins, stateCommunities),
    surnames: readSurnames(origins),
    givenNames: readGivenNames(country),
    writtenNames: readWrittenNames(),
    zipAreas: readZipAreas(communitySpread, stateCommunities),
    stateCommunities,
    communitySpread,
    streets: readStreets(),
  };
}
