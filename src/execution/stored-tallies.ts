/** The tallies that stand in a run directory, read one after the other, and those that cannot be used, all named. */

import type { CountPlan } from '../linkage/counts.ts';
import type { Shard } from '../linkage/shard.ts';
import { decodeTally, type Tally } from '../linkage/tally.ts';
import { InputError } from '../scenario/input-error.ts';
import { type RunDirectory, tallyKey } from './run-directory.ts';

/**
 * Calls back with the tally of each shard that has one, and returns the others. An InputError with a line for each
 * tally that is damaged or of another run or shard.
 * @param key of the run
 */
export function readTallies<Part extends Pick<Shard, 'id'>>(
  directory: RunDirectory,
  key: string,
  counts: CountPlan,
  shards: readonly Part[],
  onTally: (shard: Part, tally: Tally) => void,
): readonly Part[] {
  const problems: string[] = [];
  const missing = shards.filter((shard) => {
    const bytes = directory.readTally(shard.id);
    if (bytes === undefined) return true;
    try {
      onTally(shard, decodeTally(bytes, tallyKey(key, shard.id), counts));
    } catch (error) {
      problems.push(
        `${directory.tallyPath(shard.id)}: ${(error as Error).message}; delete it to have it made again`,
      );
    }
    return false;
  });
  if (problems.length > 0) throw new InputError(problems);
  return missing;
}
