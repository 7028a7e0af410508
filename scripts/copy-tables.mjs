// Finishes what the compiler leaves: copies the data files that stand beside the code (tables, facts) into dist/, makes
// of them the prepared names, and makes the command one that can be run.
import { chmodSync, cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const isSource = (path) => /\.(ts|md)$/.test(path);
cpSync(
  fileURLToPath(new URL('../src', import.meta.url)),
  fileURLToPath(new URL('../dist', import.meta.url)),
  {
    recursive: true,
    filter: (path) => !isSource(path),
  },
);

// Left over from an earlier build, they would be read instead of the tables.
const prepared = fileURLToPath(new URL('../dist/population/tables/prepared-names.bin', import.meta.url));
rmSync(prepared, { force: true });
const { loadTables } = await import('../dist/population/tables.js');
writeFileSync(`${prepared}.part`, new Uint8Array(loadTables().preparedNames));
renameSync(`${prepared}.part`, prepared);

chmodSync(fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)), 0o755);
