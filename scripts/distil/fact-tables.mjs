// The tables of facts cut from public statistics: a named subset or an aggregate of each source, never the whole.
// The sources are read from a folder given on the command line; the product and its tests do not need it.
import path from 'node:path';
import { csv, readText, rowsOf } from './table-file.mjs';

const source = (folder, name) => rowsOf(readText(path.join(folder, name)));

/** The commonest surnames overall and in three communities: the union of the top 1,000 of each. */
const topSurnames = 1000;
/** The first names with most births that the race table covers. */
const topGivenNames = 2000;
/** Streets that at least this many county-level roads are named after. */
const leastRoads = 6000;
/** Lower bounds of the size bands of ZIP areas, in people. */
export const bandBounds = [0, 2500, 10_000, 25_000, 45_000];

const surnameList = (folder) =>
  source(folder, 'us_surnames_census2010.csv.gz').map(
    ([name, rank, count, , , white, black, asian, americanIndian, several, hispanic]) => ({
      name,
      rank: Number(rank),
      count: Number(count),
      percent: [hispanic, white, black, asian, americanIndian, several].map(Number),
    }),
  );

const communityColumns = ['hispanic', 'white', 'black', 'asian', 'american-indian', 'other'];

/** Census 2010 surnames: count and percentage by community, of the commonest and of those that tell an origin. */
export function surnames(folder, originsText) {
  const tellingOrigin = rowsOf(originsText).flatMap(([, , names]) => names.split(' '));
  const list = surnameList(folder).filter(({ rank }) => rank > 0);
  const bearers = {
    all: ({ count }) => count,
    hispanic: ({ count, percent }) => count * percent[0],
    black: ({ count, percent }) => count * percent[2],
    asian: ({ count, percent }) => count * percent[3],
  };
  const commonest = Object.values(bearers).flatMap((by) =>
    [...list]
      .sort((a, b) => by(b) - by(a))
      .slice(0, topSurnames)
      .map(({ name }) => name),
  );
  const chosen = new Set([...commonest, ...tellingOrigin]);
  const rows = list
    .map((entry, index) => ({ ...entry, rank: index + 1 }))
    .filter(({ name }) => chosen.has(name))
    .map(({ name, rank, count, percent }) => [name, rank, count, ...percent]);
  return csv(['name', 'rank', 'count', ...communityColumns], rows);
}

/** People and percentages by community: all listed names, names too rare to list, the spelling groups of the tail. */
export function surnameTotals(folder, tailText) {
  const list = surnameList(folder);
  const groupOf = new Map(rowsOf(tailText));
  const groups = { listed: list.filter(({ rank }) => rank > 0), rare: list.filter(({ rank }) => rank === 0) };
  for (const group of [...new Set(groupOf.values())].sort())
    groups[group] = list.filter(({ name }) => groupOf.get(name) === group);
  const rows = Object.entries(groups).map(([group, entries]) => {
    const people = entries.reduce((sum, { count }) => sum + count, 0);
    const percent = communityColumns.map((_, index) =>
      (entries.reduce((sum, entry) => sum + entry.count * entry.percent[index], 0) / people).toFixed(3),
    );
    return [group, people, ...percent];
  });
  return csv(['group', 'people', ...communityColumns], rows);
}

/** Percentage of the bearers of a first name in four communities; the first row stands for every other name. */
export function givenNameCommunities(folder, givenNamesText) {
  const births = new Map();
  for (const [name, , ...counts] of rowsOf(givenNamesText))
    births.set(name, (births.get(name) ?? 0) + counts.reduce((sum, count) => sum + Number(count), 0));
  const [others, ...names] = source(folder, 'us_firstnames_by_race_tzioumis2018.csv.gz')
    .map(([name, white, black, asian, , , hispanic]) => ({
      name,
      births: births.get(name) ?? 0,
      percent: [hispanic, white, black, asian].map(Number),
    }))
    .sort(
      (a, b) =>
        Number(b.name.startsWith('ALL OTHER')) - Number(a.name.startsWith('ALL OTHER')) ||
        b.births - a.births,
    );
  const chosen = names.slice(0, topGivenNames);
  const dropped = names.slice(topGivenNames);
  const all = [...births.values()].reduce((sum, count) => sum + count, 0);
  const uncovered = all - names.reduce((sum, entry) => sum + entry.births, 0);
  const mixed = [{ ...others, births: uncovered }, ...dropped];
  const mixedBirths = mixed.reduce((sum, entry) => sum + entry.births, 0);
  const rest = others.percent.map((_, index) =>
    (mixed.reduce((sum, entry) => sum + entry.births * entry.percent[index], 0) / mixedBirths).toFixed(2),
  );
  const rows = chosen.map(({ name, percent }) => [name, ...percent]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return csv(['name', ...communityColumns.slice(0, 4)], [['ALL OTHER NAMES', ...rest], ...rows]);
}

/** Adults 2020 by community for every ZIP area that both sources hold: the fit needs them, the tables do not. */
export function zipAdults(folder, zipAreasText) {
  const areas = new Map(
    rowsOf(zipAreasText).map(([zip, , state, population]) => [
      zip,
      { state, population: Number(population) },
    ]),
  );
  return source(folder, 'us_zcta_population_2010_2020.csv.gz').flatMap((row) => {
    const [zip, , adults, hispanic, white, black, americanIndian, asian, other, several] = row;
    const area = areas.get(zip);
    if (area === undefined || Number(adults) === 0) return [];
    const counts = [hispanic, white, black, asian, americanIndian].map(Number);
    const band = bandBounds.findLastIndex((bound) => area.population >= bound);
    return [{ ...area, band, adults: Number(adults), counts: [...counts, Number(other) + Number(several)] }];
  });
}

/** Adults and percentage by community for each state and size band. */
export function stateCommunities(adultsByZip) {
  const cells = new Map();
  for (const { state, band, adults, counts } of adultsByZip) {
    const key = `${state},${band}`;
    const cell = cells.get(key) ?? { state, band, adults: 0, counts: counts.map(() => 0) };
    cell.adults += adults;
    counts.forEach((count, index) => {
      cell.counts[index] += count;
    });
    cells.set(key, cell);
  }
  const rows = [...cells.values()]
    .sort((a, b) => (a.state === b.state ? a.band - b.band : a.state < b.state ? -1 : 1))
    .map(({ state, band, adults, counts }) => {
      const percent = counts.map((count) => ((100 * count) / adults).toFixed(2));
      return [state, bandBounds[band], adults, ...percent];
    });
  return csv(['state', 'least_population', 'adults', ...communityColumns], rows);
}

/** The commonest street base names with the number of roads that bear them. */
export function streets(folder) {
  const rows = source(folder, 'us_street_names_top100_tiger.csv')
    .filter(([, roads]) => Number(roads) >= leastRoads)
    .map(([name, roads]) => [name.toUpperCase(), roads]);
  return csv(['name', 'roads'], rows);
}
