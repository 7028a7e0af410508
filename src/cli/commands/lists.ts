/** `mismatch matchers`, `comparators`: what there is to choose from, straight from the registries. */

import type { Command } from '@commander-js/extra-typings';

interface Entry {
  readonly id: string;
  readonly describe: string;
}

const lists: readonly { name: string; what: string; load: () => Promise<readonly Entry[]> }[] = [
  {
    name: 'matchers',
    what: 'list the matchers: how a pair of records is scored',
    load: async () => (await import('../../matching/matchers/index.ts')).matchers,
  },
  {
    name: 'comparators',
    what: 'list the comparators: how two values are compared',
    load: async () => (await import('../../matching/comparators/index.ts')).comparators,
  },
];

export function register(program: Command): void {
  for (const { name, what, load } of lists) {
    program
      .command(name)
      .description(what)
      .option('--json', 'print one JSON document')
      .action(async ({ json }) => {
        const entries = (await load()).map(({ id, describe }) => ({ id, describe }));
        if (json) {
          process.stdout.write(`${JSON.stringify({ [name]: entries }, null, 2)}\n`);
          return;
        }
        const { table } = await import('../../report/table.ts');
        const columns = [
          { title: 'Id', cell: (entry: Entry) => entry.id },
          { title: 'What it is', cell: (entry: Entry) => entry.describe },
        ];
        process.stdout.write(`${table(entries, columns, process.stdout.columns ?? 80)}\n`);
      });
  }
}
