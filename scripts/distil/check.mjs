// Makes the npm-distilled tables again and holds the committed ones against them. Exit 1 when one differs.
import { npmTables } from './npm-tables.mjs';
import { committedTable } from './table-file.mjs';

for (const [name, make] of Object.entries(npmTables)) {
  const fresh = make(committedTable) === committedTable(name);
  console.log(
    `${name}: ${fresh ? 'fresh' : 'differs from what the pinned packages give; run node make.mjs'}`,
  );
  if (!fresh) process.exitCode = 1;
}
