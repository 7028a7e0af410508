/**
 * What a gate is: a condition that a request, or a pair of records, must meet. Gates stand before and beside a
 * matcher: a procedure asks them step by step, and as safeguards they hold for every matcher of a run.
 */

import type { PersonRecord } from '../population/record.ts';

interface GateText {
  readonly id: string;
  readonly label: string;
  readonly describe: string;
}

/** A condition on the request alone. */
export interface RequestGate extends GateText {
  readonly about: 'request';
  holds(request: PersonRecord): boolean;
}

/** A condition on the request and the taxpayer that it is compared with. */
export interface PairGate extends GateText {
  readonly about: 'pair';
  holds(request: PersonRecord, taxpayer: PersonRecord): boolean;
}

export type Gate = RequestGate | PairGate;

/** Gates of one list, apart. */
export interface GateList {
  /** Whether all gates about the request hold. */
  admits(request: PersonRecord): boolean;
  /** Whether there are gates about pairs at all. */
  readonly looksAtPairs: boolean;
  /** Whether all gates about pairs hold. */
  confirms(request: PersonRecord, taxpayer: PersonRecord): boolean;
}

/** The gates of a registry with these ids, as one. An unknown id is a RangeError that lists what is allowed. */
export function gateList(registry: readonly Gate[], ids: readonly string[]): GateList {
  const chosen = ids.map((id) => {
    const found = registry.find((gate) => gate.id === id);
    if (found !== undefined) return found;
    throw new RangeError(`unknown gate; one of ${registry.map((gate) => gate.id).join(', ')}: ${id}`);
  });
  const ofRequest = chosen.filter((gate) => gate.about === 'request');
  const ofPair = chosen.filter((gate) => gate.about === 'pair');
  return {
    admits: (request) => ofRequest.every((gate) => gate.holds(request)),
    looksAtPairs: ofPair.length > 0,
    confirms: (request, taxpayer) => ofPair.every((gate) => gate.holds(request, taxpayer)),
  };
}
