// The analytic check of docs/method.md: how many strangers with exactly the requested name there should be, in the ZIP area
// and in the country, from counts of people and shares of names alone, beside what the linkage finds in the ZIP area.
//
//   npm run build && node bench/coincidences.mjs [seed] [share of ZIP areas linked]
//
// Expected of a request of origin a: the sum over origins b of the residents of b in its ZIP area times the chance that two
// names agree, sum P(surname | a) P(surname | b) x sum P(given name | a) P(given name | b). Names of a are counted among
// recorded requests, those of b among filed people; residents are those of a ZIP area in which people of a live, or, in a
// second column, of those in which 40,000 of the requests are recorded.
// Found: pairs that the matcher exact makes in sampled ZIP areas, of people outside the household of the requested.

import { sampleZipAreas } from '../dist/estimation/sample.js';
import { countPlan, openWorld, planRun } from '../dist/execution/run-plan.js';
import { linker } from '../dist/linkage/link-zip-area.js';
import { origins } from '../dist/population/origins.js';
import { loadScenario } from '../dist/scenario/load.js';
import { normaliseName } from '../dist/text/normalise.js';

const [seed = 1, zipShare = 0.005] = process.argv.slice(2).map(Number);
const REQUESTS = 40_000;
const EVERY_ZIP = 60;
const EVERY_PERSON = 7;

const scenario = loadScenario('irs-ice-2025');
const world = openWorld(scenario, seed);
const { population, requests } = world;
const { layout } = population;
const sum = (values) => values.reduce((a, b) => a + b, 0);

/** Counts of names by origin. */
function nameCounts() {
  const counts = origins.map(() => ({ people: 0, surnames: new Map(), givenNames: new Map() }));
  const count = (map, name) => map.set(name, (map.get(name) ?? 0) + 1);
  return {
    add(origin, { surname, givenName }) {
      const of = counts[origin];
      of.people += 1;
      count(of.surnames, normaliseName(surname));
      count(of.givenNames, normaliseName(givenName));
    },
    of: (origin) => counts[origin],
  };
}

/** The chance that a name drawn from one agrees with one drawn from the other. */
function agreement(a, b, which) {
  let pairs = 0;
  for (const [name, count] of a[which]) if (name !== '') pairs += count * (b[which].get(name) ?? 0);
  return a.people === 0 || b.people === 0 ? 0 : pairs / (a.people * b.people);
}

const filed = nameCounts();
for (let zip = 7; zip < layout.zipAreas; zip += EVERY_ZIP) {
  const area = layout.area(zip);
  for (const { origin, firstPerson, people } of area.cells) {
    for (let row = 0; row < people; row += EVERY_PERSON) {
      filed.add(origin, population.person(area.firstPerson + firstPerson + row).record);
    }
  }
}
const recorded = nameCounts();
const placed = origins.map(() => 0);
// where[a][b]: people of origin b in the ZIP area of the record, summed over the requests of origin a.
const where = origins.map(() => new Float64Array(origins.length));
for (let j = 0; j < Math.min(REQUESTS, requests.size); j++) {
  const truth = requests.truth(j);
  recorded.add(truth.cell.origin, requests.record(j, truth).record);
  const zip = requests.recordedZip(j);
  if (zip === -1) continue;
  placed[truth.cell.origin] += 1;
  for (const { origin, people } of layout.area(zip).cells) where[truth.cell.origin][origin] += people;
}

// neighbours[a][b]: people of origin b in the ZIP area of a random person of origin a.
const peopleOf = origins.map((_, o) => layout.originPeopleBefore(o, layout.zipAreas));
const neighbours = origins.map(() => new Float64Array(origins.length));
for (let zip = 0; zip < layout.zipAreas; zip++) {
  const { cells } = layout.area(zip);
  for (const a of cells) {
    if (a.people === 0) continue;
    for (const b of cells) neighbours[a.origin][b.origin] += (a.people * b.people) / peopleOf[a.origin];
  }
}

// What the linkage finds, by the origin of the requested.
const sample = sampleZipAreas(layout, scenario, zipShare, seed);
const plan = planRun(world, scenario, seed, { zipShare, requestShare: 1 }, sample);
const { numbers, starts } = plan.recorded;
const { pairs } = linker(population, requests, {
  ...countPlan(scenario),
  places: ['zip'],
  matchers: ['exact'],
});
const found = origins.map(() => ({ pairs: 0, squares: 0, requests: 0 }));
for (const { zipAreas, sampled } of sample) {
  const weight = zipAreas / sampled.length;
  for (const zip of sampled) {
    const area = layout.area(zip);
    const here = numbers.subarray(starts[zip], starts[zip + 1]);
    const ofArea = origins.map(() => 0);
    for (const j of here) found[requests.truth(j).cell.origin].requests += weight;
    for (const { request, taxpayer } of pairs(area, here, 'exact', 'zip')) {
      const truth = requests.truth(request);
      const home = truth.area.firstHousehold + truth.household;
      if (population.person(taxpayer).household !== home) ofArea[truth.cell.origin] += 1;
    }
    ofArea.forEach((count, origin) => {
      found[origin].pairs += weight * count;
      found[origin].squares += weight ** 2 * count ** 2;
    });
  }
}

const total = { requests: 0, expected: 0, asRecorded: 0, found: 0, squares: 0, nation: 0 };
const rows = origins.map(({ id }, a) => {
  const share = scenario.requests.origins[id];
  const count = scenario.requests.count.value * share.value;
  const of = recorded.of(a);
  const same = origins.map(
    (_, b) => agreement(of, filed.of(b), 'surnames') * agreement(of, filed.of(b), 'givenNames'),
  );
  const isPlaced = of.people === 0 ? 0 : placed[a] / of.people;
  const inZip = sum(same.map((chance, b) => chance * neighbours[a][b])) * isPlaced;
  const asRecorded = of.people === 0 ? 0 : sum(same.map((chance, b) => (chance * where[a][b]) / of.people));
  const inNation = sum(same.map((chance, b) => chance * peopleOf[b]));
  total.requests += count;
  total.expected += count * inZip;
  total.asRecorded += count * asRecorded;
  total.nation += count * inNation;
  total.found += found[a].pairs;
  total.squares += found[a].squares;
  return rowOf(id, count, inZip, asRecorded, inNation, found[a].pairs, found[a].squares);
});

function rowOf(origin, count, inZip, asRecorded, inNation, pairsFound, squares) {
  return {
    origin,
    requests: Math.round(count),
    'expected in the ZIP area of people of the origin': inZip.toFixed(4),
    'expected in the ZIP area of the record': asRecorded.toFixed(4),
    'found in ZIP area, a request': (pairsFound / count).toFixed(4),
    'found / expected': (pairsFound / (count * asRecorded)).toFixed(2),
    'standard error': (Math.sqrt(squares) / (count * asRecorded)).toFixed(2),
    'expected in the country, a request': inNation.toFixed(1),
  };
}

rows.push(
  rowOf(
    'all',
    total.requests,
    total.expected / total.requests,
    total.asRecorded / total.requests,
    total.nation / total.requests,
    total.found,
    total.squares,
  ),
);
console.table(rows);
