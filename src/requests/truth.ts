/**
 * The truth about a request: who it is really about and where they really live. It stands beside the records
 * and is never part of them; only `linkage/` may bring it together with scores, and nothing in `matching/`
 * may import it.
 */

import type { Cell, ZipArea } from '../population/layout.ts';

export interface RequestTruth {
  /** Index in the taxpayer file of the requested person, or -1 where they are not in it. */
  readonly taxpayer: number;
  /** ZIP area and origin of the requested person. */
  readonly area: ZipArea;
  readonly cell: Cell;
  /** The household they file in or live with, counted from the first of the ZIP area; else a number beyond its origin's. */
  readonly household: number;
  /** The dwelling they live in: the household's, or one where nobody files. */
  readonly homeDwelling: number;
  /** The dwelling that the agency has on record, before errors, and its ZIP area. */
  readonly recordedArea: ZipArea;
  readonly recordedDwelling: number;
  /** Whether they have left the recorded dwelling. */
  readonly isFormerAddress: boolean;
}
