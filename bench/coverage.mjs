// Do the intervals hold the truth? Links every ZIP area of a small country once and keeps the outcome of each; then draws
// many samples of its ZIP areas, estimates from each as a run would, and counts how often the interval holds what the whole
// country says. Prints the share by measure and by how many events a sample has.
//
//   npm run build && node bench/coverage.mjs [every n-th ZIP area of the country] [shares sampled, e.g. 0.02,0.05] [samples]
//
// The country is every n-th ZIP area of the real one, each as full as it is, with half its part of the requests: in so
// small a country there are not enough people of the rare origins for all.

import { estimates } from '../dist/estimation/estimate.js';
import { sampleZipAreas } from '../dist/estimation/sample.js';
import { countPlan, linkOptions, planRun } from '../dist/execution/run-plan.js';
import { linker } from '../dist/linkage/link-zip-area.js';
import { emptyTally } from '../dist/linkage/tally.js';
import { population } from '../dist/population/population.js';
import { loadTables } from '../dist/population/tables.js';
import { requestList } from '../dist/requests/request-list.js';
import { loadScenario } from '../dist/scenario/load.js';

const SEED = 1;
const [step = '10', shares = '0.02,0.05', samples = '500'] = process.argv.slice(2);

const tables = loadTables();
const all = tables.zipAreas;
const isKept = (_, zip) => zip % Number(step) === 0;
const zipAreas = Object.fromEntries(
  Object.entries(all).map(([name, column]) => [name, column.filter(isKept)]),
);
const residents = (column) => column.reduce((sum, count) => sum + count, 0);
const part = residents(zipAreas.population) / residents(all.population);

const base = loadScenario('irs-ice-2025');
const scaled = (quantity, by) => ({ ...quantity, value: Math.round(quantity.value * by) });
const scenario = {
  ...base,
  population: { ...base.population, people: scaled(base.population.people, part) },
  requests: { ...base.requests, count: scaled(base.requests.count, part / 2) },
  matching: {
    ...base.matching,
    matchers: ['exact', 'jaro-winkler'],
    rules: ['all', 'unique'],
    thresholds: { from: 0.85, to: 0.99, step: 0.07 },
  },
};

const people = population(scenario, SEED, { ...tables, zipAreas });
const requests = requestList(scenario, people);
const { layout } = people;
const counts = countPlan(scenario);
const plan = planRun({ population: people, requests }, scenario, SEED, { zipShare: 1, requestShare: 1 });
const { numbers, starts } = plan.recorded;
const { link } = linker(people, requests, counts, linkOptions(scenario));

const outcomes = Array.from({ length: layout.zipAreas }, (_, zip) => {
  const tally = emptyTally(counts);
  link(layout.area(zip), numbers.subarray(starts[zip], starts[zip + 1]), tally);
  return sparse(tally);
});
console.log(
  `${layout.zipAreas} ZIP areas, ${layout.people} people, ${numbers.length} requests; linked in ${Math.round(process.cpuUsage().user / 1e6)} CPU s`,
);

/** A tally with its columns as pairs of place and value, where there is one. */
function sparse(tally) {
  return Object.fromEntries(
    Object.entries(tally).map(([name, column]) => {
      if (typeof column === 'number') return [name, column];
      const places = Int32Array.from(column.keys()).filter((place) => column[place] !== 0);
      return [name, { places, values: Float64Array.from(places, (place) => column[place]) }];
    }),
  );
}

function addSparse(tally, outcome) {
  for (const [name, column] of Object.entries(outcome)) {
    if (typeof column === 'number') tally[name] += column;
    else
      column.places.forEach((place, i) => {
        tally[name][place] += column.values[i];
      });
  }
}

/** What a run that links these ZIP areas would estimate. */
function estimated(sample) {
  const strata = sample.map(({ zipAreas: count, sampled }) => {
    const tally = emptyTally(counts);
    for (const zip of sampled) addSparse(tally, outcomes[zip]);
    return { zipAreas: count, tally };
  });
  const { unplacedInFile } = plan;
  return estimates({ plan: counts, strata, requestShare: 1, unplacedInFile, level: base.reporting.level });
}

const truth = estimated(plan.sample);
const kindOf = ({ group }) => {
  if (group === 'all') return 'everyone';
  return group.includes(':') ? `by ${group.split(':')[0]}` : 'by status';
};
const eventClasses = [3, 10, 30, 100, Number.POSITIVE_INFINITY];

/** Of many samples, how often the interval of each estimate held the truth. */
function coverage(share) {
  const events = truth.map(() => 0);
  const held = truth.map(() => 0);
  const above = truth.map(() => 0);
  const given = truth.map(() => 0);
  for (let seed = 1; seed <= Number(samples); seed++) {
    const sample = estimated(sampleZipAreas(layout, scenario, share, seed));
    for (const [i, { estimate }] of truth.entries()) {
      const { low, high, events: seen } = sample[i];
      events[i] += seen / Number(samples);
      if (estimate === null || low === null) continue;
      // Estimates are rounded to six digits.
      const slack = 1e-5 * Math.abs(estimate);
      given[i] += 1;
      if (low > estimate + slack) above[i] += 1;
      else if (high === null || high >= estimate - slack) held[i] += 1;
    }
  }
  const classes = new Map();
  truth.forEach((exact, i) => {
    if (given[i] === 0 || exact.events === 0) return;
    const limit = eventClasses.find((most) => events[i] < most);
    const ofEvents =
      limit === Number.POSITIVE_INFINITY ? '100 events and more' : `fewer than ${limit} events`;
    for (const name of [`${exact.measure}, ${kindOf(exact)}`, ofEvents]) {
      const sum = classes.get(name) ?? { given: 0, held: 0, above: 0, least: 1 };
      sum.given += given[i];
      sum.held += held[i];
      sum.above += above[i];
      if (events[i] >= 30) sum.least = Math.min(sum.least, held[i] / given[i]);
      classes.set(name, sum);
    }
  });
  return classes;
}

const percent = (share) => (100 * share).toFixed(1);
for (const share of shares.split(',').map(Number)) {
  const drawn = sampleZipAreas(layout, scenario, share, 1).reduce(
    (sum, { sampled }) => sum + sampled.length,
    0,
  );
  console.log(`${samples} samples of ${drawn} ZIP areas; 90% intervals that hold the truth, in %`);
  console.table(
    [...coverage(share)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([estimates, sum]) => ({
        estimates,
        intervals: sum.given,
        held: percent(sum.held / sum.given),
        'all above': percent(sum.above / sum.given),
        'all below': percent(1 - (sum.held + sum.above) / sum.given),
        'least of one with 30 events': percent(sum.least),
      })),
  );
}
