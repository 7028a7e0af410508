// node make.mjs              makes the tables distilled from npm packages
// node make.mjs <data folder>  makes all tables; the folder holds the public statistics that README.md names

import * as facts from './fact-tables.mjs';
import { communitySpread } from './fit-spread.mjs';
import { npmTables } from './npm-tables.mjs';
import { committedTable, writeTable } from './table-file.mjs';

const folder = process.argv[2];
if (folder !== undefined)
  writeTable('surnames.csv', facts.surnames(folder, committedTable('surname-origins.csv')));
for (const [name, make] of Object.entries(npmTables)) writeTable(name, make(committedTable));
if (folder !== undefined) {
  const adultsByZip = facts.zipAdults(folder, committedTable('zip-areas.csv.gz'));
  writeTable('surname-totals.csv', facts.surnameTotals(folder, committedTable('surname-tail.csv.gz')));
  writeTable(
    'given-name-communities.csv',
    facts.givenNameCommunities(folder, committedTable('given-names.csv.gz')),
  );
  writeTable('state-communities.csv', facts.stateCommunities(adultsByZip));
  writeTable('community-spread.csv', communitySpread(adultsByZip));
  writeTable('streets.csv', facts.streets(folder));
}
