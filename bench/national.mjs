/**
 * The cost of linkage beside that of making the people it reads. Prints, by share of the ZIP areas and by workers: people,
 * requests, seconds of making the people and doing nothing else, seconds of a whole run, the time of it by the clock, the
 * ratio of the two, and peak memory. Seconds are of the processor, over all threads, so that other work on the machine
 * weighs less.
 *
 *   npm run build && node bench/national.mjs [shares, e.g. 1/64,1/16,1/4,1] [workers, e.g. 1,2] [scenario] [matchers]
 */

import { spawnSync } from 'node:child_process';
import { chosenBy, withChosen } from '../dist/cli/choose-matching.js';
import { openWorld, planRun } from '../dist/execution/run-plan.js';
import { simulate } from '../dist/execution/simulate-draws.js';
import { keepHeapSmall } from '../dist/execution/small-heap.js';
import { loadScenario } from '../dist/scenario/load.js';

const SEED = 1;
const [shares = '1/64', workers = '1', scenarioId = 'irs-ice-2025', matchers = '', part, threads] =
  process.argv.slice(2);
const problems = [];
const chosen = chosenBy(matchers === '' ? {} : { matchers }, problems);
const scenario = withChosen(loadScenario(scenarioId), chosen, problems);
if (problems.length > 0) throw new Error(problems.join('\n'));
const shareOf = (text) => {
  const [above, below = 1] = text.split('/').map(Number);
  return above / below;
};
const processorSeconds = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** People and requests of the sampled ZIP areas, and the seconds of making the people. */
function making() {
  const world = openWorld(scenario, SEED);
  const plan = planRun(world, scenario, SEED, { zipShare: shareOf(shares), requestShare: 1 });
  const { layout } = world.population;
  const since = process.cpuUsage();
  let people = 0;
  for (const { sampled } of plan.sample) {
    for (const zip of sampled) people += world.population.people(layout.area(zip)).surname.length;
  }
  return { people, requests: plan.recorded.numbers.length, seconds: processorSeconds(since) };
}

/** Seconds of a run, opening its worlds included. */
async function linking() {
  keepHeapSmall();
  const started = performance.now();
  const since = process.cpuUsage();
  await simulate(scenario, {
    seed: SEED,
    chosen,
    sampling: { zipShare: shareOf(shares), requestShare: 1 },
    workers: Number(threads),
  });
  return {
    seconds: processorSeconds(since),
    wall: (performance.now() - started) / 1000,
    megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}

if (part === 'making') console.log(JSON.stringify(making()));
else if (part === 'linking') console.log(JSON.stringify(await linking()));
else {
  const run = (...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const row = (cells) => console.log(cells.map((cell) => String(cell).padStart(13)).join(''));
  row([
    'ZIP areas',
    'people',
    'requests',
    'making, s',
    'workers',
    'run, s',
    'wall, s',
    'ratio',
    'memory, MB',
  ]);
  for (const share of shares.split(',')) {
    const made = run(share, '1', scenarioId, matchers, 'making');
    for (const count of workers.split(',')) {
      const linked = run(share, count, scenarioId, matchers, 'linking', count);
      row([
        share,
        made.people,
        made.requests,
        made.seconds.toFixed(1),
        count,
        linked.seconds.toFixed(1),
        linked.wall.toFixed(1),
        (linked.seconds / made.seconds).toFixed(1),
        linked.megabytes,
      ]);
    }
  }
}
