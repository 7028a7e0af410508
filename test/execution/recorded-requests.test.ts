/** Which requests are recorded where: the same however the list is cut, and as told by asking one by one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedRequests, recordedPart } from '../../src/execution/recorded-requests.ts';
import { elsewhere } from '../../src/requests/request-list.ts';

const ZIP_AREAS = 7;

/** A list of requests recorded in ZIP areas, in none (-1) or in one that is not sampled; every third is in the file. */
function listOf(zips: readonly number[]) {
  return {
    recordedZipIn: (isSampled: Uint8Array) => (j: number) => {
      const zip = zips[j]!;
      return zip < 0 || isSampled[zip] === 1 ? zip : elsewhere;
    },
    isInFile: (j: number) => j % 3 === 0,
  };
}

function recorded(zips: readonly number[], cuts: readonly number[], requestShare = 1) {
  const isSampled = Uint8Array.from({ length: ZIP_AREAS }, (_, zip) => (zip % 2 === 0 ? 1 : 0));
  const ends = [...new Set([...cuts.filter((cut) => cut < zips.length), zips.length])].sort((a, b) => a - b);
  const parts = ends.map((end, i) =>
    recordedPart(listOf(zips), { seed: 1, isSampled, requestShare, first: ends[i - 1] ?? 0, end }),
  );
  const joined = joinedRequests(ZIP_AREAS, parts);
  const { numbers, starts } = joined.recorded;
  return {
    unplacedInFile: joined.unplacedInFile,
    byZip: Array.from({ length: ZIP_AREAS }, (_, zip) => [...numbers.subarray(starts[zip], starts[zip + 1])]),
  };
}

const zips = fc.array(fc.integer({ min: -1, max: ZIP_AREAS - 1 }), { maxLength: 60 });
const cuts = fc.array(fc.nat(60), { maxLength: 5 });

describe('recorded requests', () => {
  it('are those of every sampled ZIP area, in the order of the list', () => {
    fc.assert(
      fc.property(zips, cuts, (list, where) => {
        const { byZip, unplacedInFile } = recorded(list, where);
        byZip.forEach((numbers, zip) => {
          expect(numbers).toEqual(zip % 2 === 0 ? [...list.keys()].filter((j) => list[j] === zip) : []);
        });
        expect(unplacedInFile).toBe(list.filter((zip, j) => zip < 0 && j % 3 === 0).length);
      }),
    );
  });

  it('are a share of them, drawn by lot, wherever the list is cut', () => {
    fc.assert(
      fc.property(zips, cuts, (list, where) => {
        expect(recorded(list, where, 0.5)).toEqual(recorded(list, [], 0.5));
      }),
    );
    const many = Array.from({ length: 4000 }, () => 2);
    // Binomial(4000, 0.5): a standard deviation of 32.
    expect(Math.abs(recorded(many, [], 0.5).byZip[2]!.length - 2000)).toBeLessThan(5 * 32);
  });
});
