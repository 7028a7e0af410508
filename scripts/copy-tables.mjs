// Finishes what the compiler leaves: copies the data files that stand beside the code (tables, facts) into dist/, and
// makes the command one that can be run.
import { chmodSync, cpSync } from 'node:fs';
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
chmodSync(fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)), 0o755);
