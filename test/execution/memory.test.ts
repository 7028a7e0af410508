/** What memory a run is said to take, and the refusal where it is not there. */

import { describe, expect, it } from 'vitest';
import { plannedBytes, threadsWithin } from '../../src/execution/memory.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const base = loadScenario('irs-ice-2025');
const requests = (value: number): Scenario => ({
  ...base,
  requests: { ...base.requests, count: { ...base.requests.count, value } },
});

describe('planned memory', () => {
  it('grows with threads, requests and settings, and not with the taxpayer file', () => {
    const bytes = plannedBytes(base, 1);
    expect(plannedBytes(base, 2)).toBeGreaterThan(bytes);
    expect(plannedBytes(requests(7_000_000), 1)).toBeGreaterThan(bytes);
    const matching = { ...base.matching, matchers: ['exact'] as Scenario['matching']['matchers'] };
    expect(plannedBytes({ ...base, matching }, 1)).toBeLessThan(bytes);
    const people = { ...base.population.people, value: 1_000_000 };
    expect(plannedBytes({ ...base, population: { ...base.population, people } }, 1)).toBe(bytes);
  });

  it('of the base scenario on two threads is below 2.5 GB, all requests linked', () => {
    expect(plannedBytes(base, 2)).toBeLessThan(2.5e9);
  });

  it('of a scenario with a register of the request list is what its run was measured to take, and more', () => {
    const nameOnly = loadScenario('name-only');
    const { places } = base.matching;
    const narrow = { ...nameOnly, matching: { ...nameOnly.matching, places } };
    expect(plannedBytes(nameOnly, 1)).toBeGreaterThan(plannedBytes(narrow, 1) + 200 * 1_280_000);
    // Peaks of `simulate name-only --zips 0.0008 --memory 9` on one thread and on two: 0.82 and 1.26 GB.
    expect(plannedBytes(nameOnly, 1)).toBeGreaterThan(0.82e9);
    expect(plannedBytes(nameOnly, 2)).toBeGreaterThan(1.26e9);
    expect(plannedBytes(nameOnly, 2)).toBeLessThan(1.5e9);
  });

  it('counts the requests held against everybody, where everybody is simulated', () => {
    const nameOnly = loadScenario('name-only');
    const { requestsHeldAgainstAll: _, ...sampling } = nameOnly.sampling;
    const beyond = (threads: number, zipShare: number) =>
      plannedBytes(nameOnly, threads, zipShare) - plannedBytes({ ...nameOnly, sampling }, threads, zipShare);
    expect(beyond(2, 0.5)).toBe(0);
    expect(beyond(1, 1)).toBeGreaterThan(120e6);
    expect(beyond(2, 1) - beyond(1, 1)).toBeGreaterThan(120e6);
    expect(beyond(2, 1)).toBeLessThan(1e9);
    expect(plannedBytes(base, 2, 1)).toBe(plannedBytes(base, 2, 0.5));
  });

  it('counts a table of frequencies in each thread for the matcher that asks for it', () => {
    const by = (id: 'exact' | 'fellegi-sunter', threads: number) =>
      plannedBytes({ ...base, matching: { ...base.matching, matchers: [id] } }, threads);
    expect(by('fellegi-sunter', 3) - by('exact', 3)).toBe(3 * 20e6);
  });

  it('decides how many threads there are', () => {
    const gigabytes = (threads: number) => plannedBytes(base, threads) / 1e9;
    expect(threadsWithin(100, base, 8)).toBe(8);
    for (const threads of [1, 2, 3, 7]) {
      expect(threadsWithin(gigabytes(threads) + 0.011, base, 8)).toBe(threads);
    }
    expect(threadsWithin(gigabytes(2) - 0.01, base, 8)).toBe(1);
  });

  it('is refused in one line with the figure that would do', () => {
    const refusal = (allowed: string) => `--memory: too little for this run; allowed: ${allowed}; found: 0.2`;
    let message = '';
    try {
      threadsWithin(0.2, base, 8);
    } catch (error) {
      ({ message } = error as Error);
    }
    const [, figure] = /allowed: ([\d.]+) or more/.exec(message) ?? [];
    expect(message).toBe(refusal(`${figure} or more`));
    expect(threadsWithin(Number(figure), base, 8)).toBe(1);
  });
});
