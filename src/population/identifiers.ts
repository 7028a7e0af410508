/**
 * Which kind of taxpayer number a person holds. Citizens and people lawfully present have a Social Security number;
 * people without lawful status who file mostly have an ITIN, some an SSN of a former status; those who do not file
 * have an ITIN where they are, or were, claimed on a return. Lawful residents who may not work, spouses and
 * children of visa holders mostly, have an ITIN too at a small rate.
 */

import { block, stream, uniform } from '../random/stream.ts';
import type { Filing } from './household-members.ts';
import { otherLawful, unauthorized } from './statuses.ts';

export const identifierKinds = ['ssn', 'itin', 'none'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Shares that hold an ITIN. */
export interface IdentifierAssumptions {
  readonly unauthorizedFilers: number;
  readonly unauthorizedOthers: number;
  readonly otherLawful: number;
}

/** The kind of number of a member, from their status, filing and entity alone. */
export function identifiers(
  itin: IdentifierAssumptions,
  seed: number,
): (status: number, filing: Filing, entity: number) => IdentifierKind {
  const draws = stream(seed, 'population/identifier');
  const words = new Uint32Array(4);
  return (status, filing, entity) => {
    if (status !== unauthorized && status !== otherLawful) return 'ssn';
    block(draws, entity, 0, words);
    const chance = uniform(words[0]!);
    if (status === otherLawful) return chance < itin.otherLawful ? 'itin' : 'ssn';
    if (filing !== 'does-not-file') return chance < itin.unauthorizedFilers ? 'itin' : 'ssn';
    return chance < itin.unauthorizedOthers ? 'itin' : 'none';
  };
}
