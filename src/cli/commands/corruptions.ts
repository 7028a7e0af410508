/** `mismatch corruptions`: how a record departs from the truth, and how often under each profile. */

import type { Command } from '@commander-js/extra-typings';

export function register(program: Command): void {
  program
    .command('corruptions')
    .description('list the corruptions in the order in which they act, with their rate in each profile')
    .option('--json', 'print one JSON document, with the range and the reason of every rate')
    .action(async ({ json }) => {
      const [{ corruptions }, { profiles }] = await Promise.all([
        import('../../corruption/corruptions/index.ts'),
        import('../../corruption/profiles/index.ts'),
      ]);
      if (json) {
        const entries = corruptions.map(({ id, label, describe, fields, careless, aggravatedBy = [] }) => ({
          ...{ id, label, describe, fields, careless, aggravatedBy },
          rates: Object.fromEntries(profiles.map((profile) => [profile.id, profile.rates[id]?.value ?? 0])),
        }));
        process.stdout.write(`${JSON.stringify({ corruptions: entries, profiles }, null, 2)}\n`);
        return;
      }
      const { table } = await import('../../report/table.ts');
      const columns = [
        { title: 'Id', cell: ({ id }: { readonly id: string }) => id },
        ...profiles
          .filter(({ rates }) => Object.keys(rates).length > 0)
          .map((profile) => ({
            title: profile.id,
            cell: ({ id }: { readonly id: string }) => shown(profile.rates[id]?.value),
            align: 'right' as const,
          })),
        { title: 'What it is', cell: ({ describe }: { readonly describe: string }) => describe },
      ];
      process.stdout.write(`${table(corruptions, columns, process.stdout.columns ?? 80)}\n`);
    });
}

/** A rate as a percentage of the records where the corruption can act. */
function shown(rate: number | undefined): string {
  return rate === undefined ? '-' : `${Number((100 * rate).toPrecision(3))}%`;
}
