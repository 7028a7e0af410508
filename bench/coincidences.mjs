// The analytic check of docs/method.md: how many strangers with exactly the requested name to expect in the ZIP
// area, from name shares and counts alone, without linking anybody. Hold it against `cause:namesake` of the matcher
// `exact`, place `zip`, rule `all`.
//
//   npm run build && node bench/coincidences.mjs [seed]
//
// Surname shares are those of the tables; given-name shares are counted over every sixtieth ZIP area of the file, of
// everybody for the taxpayers and of those without lawful status for the requested.

import { origins } from '../dist/population/origins.js';
import { population } from '../dist/population/population.js';
import { unauthorized } from '../dist/population/statuses.js';
import { loadTables } from '../dist/population/tables.js';
import { loadScenario } from '../dist/scenario/load.js';

const seed = Number(process.argv[2] ?? 1);
const scenario = loadScenario('irs-ice-2025');
const tables = loadTables();
const { layout, names, people } = population(scenario, seed, tables);

const sum = (values) => values.reduce((a, b) => a + b, 0);
const product = (a, b) => a.reduce((total, value, i) => total + value * b[i], 0);
const shares = (counts) => {
  const total = sum(counts) || 1;
  return counts.map((count) => count / total);
};

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

const surnames = origins.map(({ id }) => {
  const weights = tables.surnames.weights[id];
  const everybody = sum(weights) / (1 - tables.surnames.unlistedShare[id]);
  return weights.map((weight) => weight / everybody);
});

const ofTaxpayers = origins.map(() => new Float64Array(names.givenNames.length));
const ofRequested = origins.map(() => new Float64Array(names.givenNames.length));
for (let zip = 7; zip < layout.zipAreas; zip += 60) {
  const area = layout.area(zip);
  const columns = people(area);
  for (const cell of area.cells) {
    for (let row = cell.firstPerson; row < cell.firstPerson + cell.people; row++) {
      ofTaxpayers[cell.origin][columns.givenName[row]] += 1;
      if (columns.status[row] === unauthorized) ofRequested[cell.origin][columns.givenName[row]] += 1;
    }
  }
}
const givenOfTaxpayers = ofTaxpayers.map(shares);
const givenOfRequested = ofRequested.map(shares);

const rate = (id) => scenario.corruption.agency[id].value;
const unharmed =
  (1 - rate('address-blank')) *
  (1 - rate('keyboard-typo')) *
  (1 - rate('letter-transposed')) *
  (1 - rate('names-swapped'));
const rows = origins.map(({ id }, a) => {
  const requests = scenario.requests.count.value * scenario.requests.origins[id].value;
  const perRequest = sum(
    origins.map(
      (_, b) =>
        neighbours[a][b] *
        product(surnames[a], surnames[b]) *
        product(givenOfRequested[a], givenOfTaxpayers[b]),
    ),
  );
  return {
    origin: id,
    requests: Math.round(requests),
    perRequest,
    coincidences: Math.round(requests * perRequest * unharmed),
  };
});
console.table(rows);
console.log(
  `coincidences of an unharmed record: ${sum(rows.map((row) => row.coincidences)).toLocaleString('en-US')}`,
);
