// Copies the data files that stand beside the code (tables, facts) into dist/, which the compiler leaves alone.
import { cpSync } from 'node:fs';
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
