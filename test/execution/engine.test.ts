/** The built engine with real worlds and a real thread: the same bytes of every tally, even if the thread dies of it. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as EngineModule from '../../src/execution/engine.ts';
import type * as PlanModule from '../../src/execution/run-plan.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const SEED = 1;
const built = (module: string) =>
  import(new URL(`../../dist/execution/${module}.js`, import.meta.url).href) as Promise<unknown>;

const base = loadScenario('irs-ice-2025');
const scenario: Scenario = {
  ...base,
  population: { ...base.population, people: { ...base.population.people, value: 300_000 } },
  requests: { ...base.requests, count: { ...base.requests.count, value: 2_000 } },
};

let engineModule: typeof EngineModule;
let plan: PlanModule.RunPlan;
let isSampled: Uint8Array;
beforeAll(async () => {
  engineModule = (await built('engine')) as typeof EngineModule;
  const { openWorld, planRun, sampledZipAreas } = (await built('run-plan')) as typeof PlanModule;
  const world = openWorld(scenario, SEED);
  plan = planRun(world, scenario, SEED, { zipShare: 0.02, requestShare: 1 });
  isSampled = sampledZipAreas(world.population.layout, plan.sample);
}, 60_000);

/** What the survey says, and the bytes of all tallies, by shard. */
async function linked(threads: number, worker?: URL) {
  const { signal } = new AbortController();
  const engine = engineModule.openEngine({
    scenario,
    seed: SEED,
    threads,
    signal,
    ...(worker === undefined ? {} : { worker }),
  });
  try {
    const survey = await engine.survey({ isSampled, requestShare: 1 });
    const tallies: Record<string, string> = {};
    await engine.run(
      plan.shards,
      { recorded: survey.recorded, key: 'run' },
      {
        onTally({ id }, bytes) {
          tallies[id] = Buffer.from(bytes).toString('base64');
        },
      },
    );
    return { survey, tallies };
  } finally {
    await engine.close();
  }
}

describe('the engine', { timeout: 120_000 }, () => {
  it('gives the same bytes in one thread, and in two of which one dies', async () => {
    const alone = await linked(1);
    expect(Object.keys(alone.tallies).sort()).toEqual(plan.shards.map(({ id }) => id).sort());
    expect(alone.survey.recorded).toEqual(plan.recorded);
    expect(alone.survey.unplacedInFile).toBe(plan.unplacedInFile);

    const marks = mkdtempSync(join(tmpdir(), 'mismatch-test-'));
    process.env['DYING_WORKER_MARKS'] = marks;
    try {
      const worker = new URL('./dying-worker.mjs', import.meta.url);
      expect(await linked(2, worker)).toEqual(alone);
      expect(readdirSync(marks)).toEqual(['died']);
    } finally {
      rmSync(marks, { recursive: true });
    }
  });
});
