/**
 * What linking costs, matcher by matcher. Prints milliseconds of the processor for a request in its ZIP area: of making
 * the people and the requests, of an area without any matcher, and of each matcher alone with all place scopes,
 * rules and thresholds of the scenario; then all that the scenario asks for. People and requests are made
 * beforehand, and each way goes through the areas twice: the first time it fills what it remembers, the second is what
 * a long run costs. A yardstick, one loop of plain arithmetic, says how busy the machine was.
 *
 *   npm run build && node bench/linkage.mjs [share of the ZIP areas, e.g. 0.0005] [matchers, e.g. exact,screening] [scenario]
 */

import { linkOptions, openWorld, planRun } from '../dist/execution/run-plan.js';
import { linker } from '../dist/linkage/link-zip-area.js';
import { procedureMatcherId } from '../dist/linkage/procedures.js';
import { emptyTally } from '../dist/linkage/tally.js';
import { matchers } from '../dist/matching/matchers/index.js';
import { loadScenario } from '../dist/scenario/load.js';

const SEED = 1;
const PASSES = 2;
const [share = '0.0005', chosen, scenarioId = 'irs-ice-2025'] = process.argv.slice(2);

const processorSeconds = (work) => {
  const since = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(since);
  return { seconds: (user + system) / 1e6, result };
};
const row = (name, ...cells) =>
  console.log(name.padEnd(30) + cells.map((cell) => String(cell).padStart(16)).join(''));

const scenario = loadScenario(scenarioId);
const opening = processorSeconds(() => openWorld(scenario, SEED));
const world = opening.result;
const planning = processorSeconds(() =>
  planRun(world, scenario, SEED, { zipShare: Number(share), requestShare: 1 }),
);
const plan = planning.result;
const { numbers: recorded, starts } = plan.recorded;
const zips = plan.sample.flatMap(({ sampled }) => [...sampled]);
const areas = zips.map((zip) => ({
  area: world.population.layout.area(zip),
  numbers: recorded.subarray(starts[zip], starts[zip + 1]),
}));
const requests = areas.reduce((sum, { numbers }) => sum + numbers.length, 0);

const people = processorSeconds(
  () => new Map(areas.map(({ area }) => [area.zip, world.population.people(area)])),
);
const made = processorSeconds(() => {
  const truths = new Map();
  const records = new Map();
  for (const { numbers } of areas) {
    for (const number of numbers) {
      const truth = world.requests.truth(number);
      truths.set(number, truth);
      records.set(number, world.requests.record(number, truth));
    }
  }
  return { truths, records };
});
const population = { ...world.population, people: ({ zip }) => people.result.get(zip) };
const requestList = {
  ...world.requests,
  truth: (number) => made.result.truths.get(number),
  record: (number) => made.result.records.get(number),
};

/** Milliseconds a request, by pass. */
function linking(ids) {
  const counts = { ...plan.counts, matchers: ids };
  const link = linker(population, requestList, counts, linkOptions(scenario));
  return Array.from({ length: PASSES }, () => {
    const tally = emptyTally(counts);
    const { seconds } = processorSeconds(() => {
      for (const { area, numbers } of areas) link.link(area, numbers, tally);
    });
    return ((seconds * 1000) / requests).toFixed(4);
  });
}

const yardstick = processorSeconds(() => {
  let sum = 0;
  for (let i = 0; i < 2e8; i++) sum = (sum + Math.imul(i, sum | 1)) | 0;
  return sum;
});
const perRequest = ({ seconds }) => ((seconds * 1000) / requests).toFixed(4);

console.log(
  `${areas.length} ZIP areas, ${[...people.result.values()].reduce((sum, { surname }) => sum + surname.length, 0)} people, ${requests} requests`,
);
console.log(
  `opening ${opening.seconds.toFixed(1)} s, planning ${planning.seconds.toFixed(1)} s, yardstick ${yardstick.seconds.toFixed(2)} s\n`,
);
row('ms of the processor a request', 'at first', 'remembering');
row('making the people', perRequest(people));
row('making the requests', perRequest(made));
const procedures = scenario.matching.procedures.map(procedureMatcherId);
const asked = chosen === undefined ? [...matchers.map(({ id }) => id), ...procedures] : chosen.split(',');
row('no matcher', ...linking([]));
for (const id of asked) row(id, ...linking([id]));
row(`all of ${scenario.id}`, ...linking(plan.counts.matchers));
