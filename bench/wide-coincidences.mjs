// The analytic check of docs/method.md for places wider than a ZIP area: how many pairs of a request and somebody else of the
// country have exactly the same name, and how many also the same date of birth, from shares of names and of years of birth
// by origin alone, without linking anybody. Hold them against `pairs-wrongly-matched` of the scenarios name-only and
// crosscheck: matcher `exact`, place `nation`, rule `all`.
//
//   npm run build && node bench/wide-coincidences.mjs [seed]
//
// Expected: the sum over origins a of requests and b of people of their numbers, times the chance that two surnames agree,
// times the chance that two given names do; for the date times the chance of the same year, over 365.

import { openWorld } from '../dist/execution/run-plan.js';
import { origins } from '../dist/population/origins.js';
import { loadScenario } from '../dist/scenario/load.js';
import { normaliseName } from '../dist/text/normalise.js';

const REQUESTS = 40_000;
const EVERY_ZIP = 200;
const EVERY_PERSON = 7;
const DAYS = 365;

const { population, requests } = openWorld(loadScenario('name-only'), Number(process.argv[2] ?? 1));
const { layout } = population;

const counts = () =>
  origins.map(() => ({ people: 0, surname: new Map(), givenName: new Map(), year: new Map() }));
function add(of, { surname, givenName, dateOfBirth }) {
  of.people += 1;
  const count = (map, value) => value !== '' && map.set(value, (map.get(value) ?? 0) + 1);
  count(of.surname, normaliseName(surname));
  count(of.givenName, normaliseName(givenName));
  count(of.year, dateOfBirth.slice(0, 4));
}
function agreement(a, b, field) {
  let pairs = 0;
  for (const [value, count] of a[field]) pairs += count * (b[field].get(value) ?? 0);
  return a.people === 0 || b.people === 0 ? 0 : pairs / (a.people * b.people);
}

const recorded = counts();
for (let j = 0; j < REQUESTS; j++) {
  const truth = requests.truth(j);
  add(recorded[truth.cell.origin], requests.recordedNames(j, truth));
}
const filed = counts();
for (let zip = 7; zip < layout.zipAreas; zip += EVERY_ZIP) {
  const area = layout.area(zip);
  for (const { origin, firstPerson, people } of area.cells) {
    for (let row = 0; row < people; row += EVERY_PERSON) {
      add(filed[origin], population.person(area.firstPerson + firstPerson + row).record);
    }
  }
}

let sameName = 0;
let sameDate = 0;
const rows = recorded.map((a, o) => {
  let pairs = 0;
  filed.forEach((b, p) => {
    const people = layout.originPeopleBefore(p, layout.zipAreas);
    const asked = (a.people / REQUESTS) * requests.size;
    const here = asked * people * agreement(a, b, 'surname') * agreement(a, b, 'givenName');
    pairs += here;
    sameDate += (here * agreement(a, b, 'year')) / DAYS;
  });
  sameName += pairs;
  return { origin: origins[o].id, requests: a.people, pairs: Math.round(pairs) };
});
console.table(rows);
console.log(`pairs of the same name: ${Math.round(sameName).toLocaleString('en-US')}`);
console.log(`and of the same date of birth: ${Math.round(sameDate).toLocaleString('en-US')}`);
