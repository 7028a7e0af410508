/**
 * The number that a worker without lawful status has given to the employer: the own one, that of somebody else in the
 * file, or one that was made up and is nobody's. The employer's number is what wage records carry, so a request list
 * that draws on them may name a number whose holder is another person.
 */

import { permutation } from '../random/permutation.ts';
import { block, stream, uniform } from '../random/stream.ts';
import { type TaxpayerNumbers, taxpayerNumbers } from './taxpayer-numbers.ts';

/** Shares of the workers without lawful status; what they leave have their own number, or none. */
export interface EmployerNumberShares {
  readonly borrowed: number;
  readonly invented: number;
}

export type EmployerNumber =
  | { readonly kind: 'own' }
  /** `holder` is the index of the person whose number it is. */
  | { readonly kind: 'borrowed'; readonly holder: number; readonly digits: string }
  /** Looks like an SSN; its digits may also be another simulated person's, but it is to count as nobody's. */
  | { readonly kind: 'invented'; readonly digits: string };

/** After so many draws of a holder without an SSN the number counts as invented. */
const ATTEMPTS = 64;

/**
 * The employer-side numbers of workers without lawful status, who are numbered from 0 to `workers` - 1. No two borrow
 * from one holder, as far as there are holders enough: holders stand in one shuffled list, of which each worker has
 * places of its own.
 * @param people people in the file
 * @param holdsSsn whether a person of the file has an SSN that can be borrowed
 * @returns the number of a worker, whose index in the file is `self`; -1 for one who is not in it
 */
export function employerNumbers(
  { borrowed, invented }: EmployerNumberShares,
  people: number,
  holdsSsn: (person: number) => boolean,
  workers: number,
  seed: number,
): (worker: number, self: number) => EmployerNumber {
  const numbers: TaxpayerNumbers = taxpayerNumbers(seed);
  const kinds = stream(seed, 'population/employer-number');
  const holders = permutation(seed, 'population/borrowed-number', people);
  const words = new Uint32Array(4);
  const madeUp = (word: number): EmployerNumber => ({ kind: 'invented', digits: numbers('ssn', word) });
  return (worker, self) => {
    block(kinds, worker, 0, words);
    const chance = uniform(words[0]!);
    const inventedWord = words[1]!;
    if (chance >= borrowed + invented) return { kind: 'own' };
    if (chance >= borrowed) return madeUp(inventedWord);
    for (let draw = 0; draw < ATTEMPTS; draw++) {
      const place = worker + draw * workers;
      if (place >= people) break;
      const holder = holders.at(place);
      if (holder !== self && holdsSsn(holder)) {
        return { kind: 'borrowed', holder, digits: numbers('ssn', holder) };
      }
    }
    return madeUp(inventedWord);
  };
}
