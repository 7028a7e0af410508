/**
 * A simple random sample of the request list, to be held against everybody in the country. Requests are exchangeable:
 * what befalls some, drawn by lot, befalls all of them in the same share.
 */

import { permutation } from '../../../random/permutation.ts';
import { openRegister, type RequestRegister } from '../register.ts';
import { pickedColumns, type RegisterColumns } from '../register-columns.ts';

export interface HeldRequests {
  /** Requests on the whole list. */
  readonly listed: number;
  /** Their numbers on the list, ascending. */
  readonly numbers: Int32Array;
  /** What they say, by place among them, and laid out for being searched. */
  readonly columns: RegisterColumns;
  readonly register: RequestRegister;
}

/** Draws `count` of the requests, or all where there are no more; each as likely as any other. */
export function heldRequests(columns: RegisterColumns, count: number, seed: number): HeldRequests {
  const listed = columns.taxpayers.length;
  const order = permutation(seed, 'linkage/held-requests', listed);
  const numbers = Int32Array.from({ length: Math.min(count, listed) }, (_, i) => order.at(i)).sort();
  const picked = pickedColumns(columns, numbers);
  return { listed, numbers, columns: picked, register: openRegister(picked) };
}
