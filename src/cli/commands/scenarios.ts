/** `mismatch scenarios`: the built-in scenarios, each with the question that it answers. */
import type { Command } from '@commander-js/extra-typings';
import { wrap } from '../../report/wrap.ts';

export function register(program: Command): void {
  program
    .command('scenarios')
    .description('list the built-in scenarios and the question that each answers')
    .option('--json', 'print one JSON document')
    .action(async ({ json }) => {
      const { listScenarios } = await import('../../scenario/load.ts');
      const scenarios = listScenarios();
      const width = (process.stdout.columns ?? 80) - 2;
      const lines = scenarios.flatMap(({ id, title, question }) => [
        id,
        ...[title, question].flatMap((text) => wrap(text, width)).map((line) => `  ${line}`),
      ]);
      process.stdout.write(json ? `${JSON.stringify({ scenarios }, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}
