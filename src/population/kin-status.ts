/**
 * Statuses within a household. The householder's comes from a pattern; those of relatives follow from it. Spouses
 * and other adult relatives are of the same status with a declared chance, because people marry and follow their
 * own; the others are drawn from the origin, so that as many citizens have unauthorized spouses as unauthorized
 * people citizen ones. Children of a citizen by birth are citizens by birth; of others, they are so when
 * born here, with a chance that is lower for the grown; else they have the status of the parents.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { block, stream, uniform } from '../random/stream.ts';
import type { Role } from './household-members.ts';
import { naturalizedCitizen, usBornCitizen } from './statuses.ts';

export interface KinStatusAssumptions {
  /** By origin, shares of the statuses in the order of `statuses`. */
  readonly statusShares: readonly (readonly number[])[];
  readonly spouseSharesStatus: number;
  /** Chance that a child of parents born abroad was born here. */
  readonly bornHere: { readonly minor: number; readonly grown: number };
}

/** The status of a member who is not the householder; `spouse` is -1 where the householder has none. */
export type KinStatus = (
  origin: number,
  role: Role,
  householder: number,
  spouse: number,
  entity: number,
) => number;

export function kinStatus(
  { statusShares, spouseSharesStatus, bornHere }: KinStatusAssumptions,
  seed: number,
): KinStatus {
  const statusStream = stream(seed, 'population/status');
  const tables: readonly AliasTable[] = statusShares.map((shares) => aliasTable(shares));
  const words = new Uint32Array(4);
  return (origin, role, householder, spouse, entity) => {
    const isYoung = role === 'child' || role === 'minor';
    if (isYoung && (householder === usBornCitizen || spouse === usBornCitizen)) return usBornCitizen;
    block(statusStream, entity, 0, words);
    const chance = uniform(words[2]!);
    if (isYoung) {
      if (chance < (role === 'minor' ? bornHere.minor : bornHere.grown)) return usBornCitizen;
      return spouse === naturalizedCitizen ? naturalizedCitizen : householder;
    }
    if (role !== 'housemate' && chance < spouseSharesStatus) return householder;
    return pick(tables[origin]!, words[0]!, words[1]!);
  };
}
