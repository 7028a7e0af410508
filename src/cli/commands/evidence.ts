/** `mismatch evidence [id]`: the facts that scenarios cite; one of them whole, with its source and its note. */
import type { Command } from '@commander-js/extra-typings';
import type { Fact } from '../../evidence/facts.ts';
import { wrap } from '../../report/wrap.ts';

export function register(program: Command): void {
  program
    .command('evidence')
    .description('list the facts that scenarios cite, or print one of them whole')
    .argument('[id]', 'id of a fact')
    .option('--json', 'print one JSON document')
    .action(async (id, { json }) => {
      const { fact, facts, hasFact } = await import('../../evidence/facts.ts');
      if (id !== undefined && !hasFact(id)) throw await unknownFact(id, facts);
      const chosen = id === undefined ? { facts } : fact(id);
      const width = process.stdout.columns ?? 80;
      const lines =
        id === undefined ? facts.flatMap((one) => factLines(one, width)) : wholeFact(fact(id), width);
      process.stdout.write(json ? `${JSON.stringify(chosen, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}

async function unknownFact(id: string, facts: readonly Fact[]): Promise<Error> {
  const [{ InputError }, { didYouMean }] = await Promise.all([
    import('../../scenario/input-error.ts'),
    import('../../scenario/suggest.ts'),
  ]);
  const ids = facts.map((one) => one.id);
  const guess = didYouMean(id, ids);
  return new InputError([
    `unknown evidence; allowed: an id that \`mismatch evidence\` lists; found: ${JSON.stringify(id)}${guess}`,
  ]);
}

function factLines({ id, what, verified }: Fact, width: number): readonly string[] {
  return [verified ? id : `${id} (not verified)`, ...indented(what, width)];
}

function wholeFact(fact: Fact, width: number): readonly string[] {
  const { id, value, unit, what, asOf, source, confidence, verified, note } = fact;
  const details = [
    what,
    `Value: ${value === null ? 'not found' : `${JSON.stringify(value)} ${unit}`}`,
    `As of: ${asOf}`,
    `Source: ${source.title} <${source.url}>`,
    `Kind of source: ${confidence}${verified ? '' : '; not verified'}`,
    ...(note === undefined ? [] : [`Note: ${note}`]),
  ];
  return [id, ...details.flatMap((text) => indented(text, width))];
}

const indented = (text: string, width: number) => wrap(text, width - 2).map((line) => `  ${line}`);
