/** Evaluation of links: counted by hand, by brute force, and by what must hold of any links. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateLinks } from '../../src/estimation/evaluate-links.ts';
import type { Measures, Rate } from '../../src/estimation/evaluation.ts';
import type { Link, TrueLink } from '../../src/estimation/link-table.ts';
import { clopperPearson } from '../../src/statistics/share-interval.ts';

const link = (requestId: string, taxpayerId: string, score?: number): Link => ({
  requestId,
  taxpayerId,
  score,
});
const pair = (requestId: string, taxpayerId = ''): TrueLink => ({ requestId, taxpayerId });

describe('a case counted by hand', () => {
  // A is linked right and wrong, B wrong, C missed, D not in the file and left alone; X is not in the truth.
  const truth = [pair('A', '1'), pair('B', '2'), pair('C', '3'), pair('D'), pair('A', '1')];
  const links = [
    link('A', '1', 0.9),
    link('A', '9', 0.95),
    link('B', '1', 0.8),
    link('X', '7', 1),
    link('A', '1', 0.7),
  ];

  it('counts links, requests and oddities', () => {
    const { oneToMany, input } = evaluateLinks(links, truth, { isTaxpayer: (id) => '123'.includes(id) });
    expect(oneToMany).toMatchObject({ links: 3, correct: 1, wrong: 2, truePairs: 3, missed: 2 });
    expect(oneToMany.precision.estimate).toBeCloseTo(1 / 3, 12);
    expect(oneToMany.recall.estimate).toBeCloseTo(1 / 3, 12);
    expect(oneToMany.f1.estimate).toBeCloseTo(1 / 3, 12);
    expect(oneToMany.wrongPerCorrect.estimate).toBeCloseTo(2, 12);
    expect(oneToMany.requestsWithAnyWrong).toMatchObject({
      count: 2,
      outOf: 4,
      ...clopperPearson(2, 4, 0.95),
    });
    expect(oneToMany.requestsMissed).toMatchObject({ count: 2, outOf: 3 });
    expect(input).toEqual({
      requests: 4,
      duplicateLinks: 1,
      unknownRequests: 1,
      unknownTaxpayers: 2,
      duplicateTruth: 1,
      requestsWithSeveralLinks: 1,
      taxpayersWithSeveralLinks: 1,
    });
  });

  it('takes the best first where each may have but one', () => {
    // A-9 (0.95) stands in the way of A-1, so B-1 (0.8) is kept too: both wrong.
    const { oneToOne } = evaluateLinks(links, truth);
    expect(oneToOne).toMatchObject({ links: 2, correct: 0, wrong: 2, missed: 3 });
    expect(oneToOne.wrongPerCorrect).toMatchObject({ estimate: null, high: null });
    expect(oneToOne.wrongPerCorrect.low).toBeGreaterThan(0);
  });

  it('counts links of requests that the truth lacks as wrong when told to', () => {
    const { oneToMany } = evaluateLinks(links, truth, { unlisted: 'wrong' });
    expect(oneToMany).toMatchObject({ links: 4, wrong: 3, requestsWithAnyWrong: { count: 3, outOf: 5 } });
  });

  it('measures at thresholds; a pair given twice has its higher score', () => {
    const { thresholds } = evaluateLinks(links, truth, { thresholds: [0.75, 0.85, 0.95, 0.99] });
    expect(thresholds.map(({ threshold, links: n, correct }) => [threshold, n, correct])).toEqual([
      [0.75, 3, 1],
      [0.85, 2, 1],
      [0.95, 1, 0],
      [0.99, 0, 0],
    ]);
    expect(thresholds[3]!.precision).toEqual({ estimate: null, low: null, high: null });
    expect(thresholds[3]!.recall.estimate).toBe(0);
  });

  it('measures by group of the request, or of the taxpayer', () => {
    const byRequest = evaluateLinks(links, truth, { groupOfRequest: (id) => (id === 'A' ? 'x' : undefined) });
    expect(
      byRequest.groups.map(({ group, links: n, correct, truePairs }) => [group, n, correct, truePairs]),
    ).toEqual([
      ['(none)', 1, 0, 2],
      ['x', 2, 1, 1],
    ]);
    expect(byRequest.groups.map(({ requestsWithAnyWrong: { count, outOf } }) => [count, outOf])).toEqual([
      [1, 3],
      [1, 1],
    ]);
    const byTaxpayer = evaluateLinks(links, truth, {
      groupOfTaxpayer: (id) => (id === '1' ? 'citizen' : 'other'),
    });
    expect(
      byTaxpayer.groups.map(({ group, links: n, correct, truePairs }) => [group, n, correct, truePairs]),
    ).toEqual([
      ['citizen', 2, 1, 1],
      ['other', 1, 0, 2],
    ]);
  });
});

const id = (prefix: string) => fc.nat(7).map((n) => `${prefix}${n}`);
const someLinks = fc.array(
  fc.record({ requestId: id('R'), taxpayerId: id('T'), score: fc.constantFrom(0, 0.5, 0.9, 1) }),
  { maxLength: 30 },
);
const someTruth = fc.array(
  fc.record({ requestId: id('R'), taxpayerId: fc.oneof(fc.constant(''), id('T')) }),
  { minLength: 1, maxLength: 12 },
);

/** Counts by sets of pairs. */
function counted(links: readonly Link[], truth: readonly TrueLink[], least = 0) {
  const key = (row: TrueLink) => `${row.requestId} ${row.taxpayerId}`;
  const requests = new Set(truth.map(({ requestId }) => requestId));
  const isTrue = new Set(truth.filter(({ taxpayerId }) => taxpayerId !== '').map(key));
  const linked = new Set(links.filter((one) => requests.has(one.requestId) && one.score! >= least).map(key));
  const correct = [...linked].filter((one) => isTrue.has(one));
  const requestOf = (one: string) => one.split(' ')[0]!;
  const withTrue = new Set([...isTrue].map(requestOf));
  const found = new Set(correct.map(requestOf));
  return {
    links: linked.size,
    correct: correct.length,
    wrong: linked.size - correct.length,
    truePairs: isTrue.size,
    missed: isTrue.size - correct.length,
    anyWrong: new Set([...linked].filter((one) => !isTrue.has(one)).map(requestOf)).size,
    requestsMissed: [...withTrue].filter((one) => !found.has(one)).length,
    requests: requests.size,
    withTrue: withTrue.size,
  };
}

const countsOf = ({ requestsWithAnyWrong, requestsMissed, ...measures }: Measures) => ({
  links: measures.links,
  correct: measures.correct,
  wrong: measures.wrong,
  truePairs: measures.truePairs,
  missed: measures.missed,
  anyWrong: requestsWithAnyWrong.count,
  requestsMissed: requestsMissed.count,
  requests: requestsWithAnyWrong.outOf,
  withTrue: requestsMissed.outOf,
});

describe('any links', () => {
  it('are counted as sets of pairs count them, at every threshold', () => {
    fc.assert(
      fc.property(someLinks, someTruth, (links, truth) => {
        const { oneToMany, thresholds } = evaluateLinks(links, truth, { thresholds: [0.5, 0.95] });
        expect(countsOf(oneToMany)).toEqual(counted(links, truth));
        expect(thresholds.map(countsOf)).toEqual([counted(links, truth, 0.5), counted(links, truth, 0.95)]);
      }),
      { numRuns: 300 },
    );
  });

  it('do not care about order', () => {
    fc.assert(
      fc.property(someLinks, someTruth, (links, truth) => {
        const options = { thresholds: [0.5], groupOfTaxpayer: (one: string) => one.slice(1, 2) };
        const there = evaluateLinks(links, truth, options);
        const back = evaluateLinks(links.toReversed(), truth.toReversed(), options);
        expect(back.oneToOne).toEqual(there.oneToOne);
        expect(back.groups).toEqual(there.groups);
        expect(back.oneToMany).toEqual(there.oneToMany);
      }),
    );
  });

  it('have rates within their intervals, and intervals within their ranges', () => {
    const holds = ({ estimate, low, high }: Rate, most: number) => {
      if (estimate === null) return;
      expect(low!).toBeGreaterThanOrEqual(0);
      expect(estimate).toBeGreaterThanOrEqual(low! - 1e-12);
      expect(estimate).toBeLessThanOrEqual((high ?? Infinity) + 1e-12);
      if (high !== null) expect(high).toBeLessThanOrEqual(most);
    };
    fc.assert(
      fc.property(someLinks, someTruth, (links, truth) => {
        for (const measures of [
          evaluateLinks(links, truth).oneToMany,
          evaluateLinks(links, truth).oneToOne,
        ]) {
          for (const rate of [measures.precision, measures.recall, measures.f1]) holds(rate, 1);
          holds(measures.wrongPerCorrect, Infinity);
          const { links: n, correct, truePairs } = measures;
          if (n + truePairs > 0) {
            expect(measures.f1.estimate).toBeCloseTo((2 * correct) / (n + truePairs), 12);
          }
        }
      }),
    );
  });

  it('leave one link a request and a taxpayer, and none out that could stay', () => {
    fc.assert(
      fc.property(someLinks, someTruth, (links, truth) => {
        const { oneToOne } = evaluateLinks(links, truth, { unlisted: 'wrong' });
        const taken = new Set<string>();
        const order = links.toSorted(
          (a, b) =>
            b.score - a.score ||
            a.requestId.localeCompare(b.requestId) ||
            a.taxpayerId.localeCompare(b.taxpayerId),
        );
        const kept = order.filter(({ requestId, taxpayerId }) => {
          const isFree = !taken.has(requestId) && !taken.has(taxpayerId);
          if (isFree) taken.add(requestId).add(taxpayerId);
          return isFree;
        });
        expect(oneToOne.links).toBe(kept.length);
      }),
    );
  });

  it('of groups add up to all', () => {
    fc.assert(
      fc.property(someLinks, someTruth, (links, truth) => {
        const groupOf = (one: string) => (Number(one.slice(1)) % 3 === 0 ? undefined : one.slice(1));
        for (const options of [{ groupOfRequest: groupOf }, { groupOfTaxpayer: groupOf }]) {
          const { oneToMany, groups } = evaluateLinks(links, truth, options);
          for (const count of ['links', 'correct', 'truePairs'] as const) {
            expect(groups.reduce((sum, group) => sum + group[count], 0)).toBe(oneToMany[count]);
          }
        }
      }),
    );
  });
});

describe('intervals', () => {
  const many = (size: number, correct: number) => {
    const truth = Array.from({ length: size }, (_, i) => pair(`R${i}`, `T${i}`));
    return {
      truth,
      links: truth.map(({ requestId, taxpayerId }, i) => link(requestId, i < correct ? taxpayerId : 'no')),
    };
  };

  it('are those of Clopper and Pearson, but for a trial, with one link a request', () => {
    const { truth, links } = many(200, 170);
    const { precision } = evaluateLinks(links, truth, { level: 0.9 }).oneToMany;
    const { low, high } = clopperPearson((170 * 199) / 200, 199, 0.9);
    expect(precision.low).toBeCloseTo(low, 10);
    expect(precision.high).toBeCloseTo(high, 10);
  });

  it('are exact where all links are right', () => {
    const { truth, links } = many(20, 20);
    const { precision, wrongPerCorrect } = evaluateLinks(links, truth).oneToMany;
    expect(precision).toEqual({ estimate: 1, ...clopperPearson(20, 20, 0.95) });
    expect(wrongPerCorrect.low).toBe(0);
    expect(wrongPerCorrect.high).toBeCloseTo((1 - precision.low!) / precision.low!, 12);
  });

  it('are wider where wrong links come in crowds', () => {
    const truth = Array.from({ length: 100 }, (_, i) => pair(`R${i}`, `T${i}`));
    const right = truth.map(({ requestId, taxpayerId }) => link(requestId, taxpayerId));
    const spread = Array.from({ length: 50 }, (_, i) => link(`R${i}`, `no${i}`));
    const crowd = Array.from({ length: 50 }, (_, i) => link('R0', `no${i}`));
    const width = (wrong: readonly Link[]) => {
      const { low, high } = evaluateLinks([...right, ...wrong], truth).oneToMany.precision;
      return high! - low!;
    };
    expect(width(crowd)).toBeGreaterThan(2 * width(spread));
  });
});

it('refuses scores outside [0, 1], and thresholds without scores', () => {
  expect(() => evaluateLinks([link('A', '1', 1.5)], [pair('A', '1')])).toThrow(
    'invalid score; not in [0, 1]: 1.5',
  );
  expect(() => evaluateLinks([link('A', '1')], [pair('A', '1')], { thresholds: [0.5] })).toThrow(
    'thresholds need a score for every link',
  );
  expect(() => evaluateLinks([], [], { level: 1 })).toThrow('invalid confidence level');
});
