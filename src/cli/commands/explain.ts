/** `mismatch explain [scenario]`: every parameter of a scenario with its value, range, distribution and source, in plain words. */
import type { Command } from '@commander-js/extra-typings';
import type { ContextFigure } from '../../estimation/fiscal.ts';
import { contextHeading, contextText } from '../../report/context.ts';
import { wrap } from '../../report/wrap.ts';
import type { ExplainedParameter } from '../../scenario/explain.ts';
import type { Scenario } from '../../scenario/schema.ts';

export function register(program: Command): void {
  program
    .command('explain')
    .description('print every parameter of a scenario: value, range, distribution, source, in plain words')
    .argument('[scenario]', 'built-in id, or path of a YAML file', 'irs-ice-2025')
    .option('--json', 'print one JSON document')
    .action(async (reference, { json }) => {
      const [{ loadScenario, scenarioHash }, { explain }, { withRates }, { contextFigures }] =
        await Promise.all([
          import('../../scenario/load.ts'),
          import('../../scenario/explain.ts'),
          import('../../corruption/rates.ts'),
          import('../../estimation/fiscal.ts'),
        ]);
      const scenario = loadScenario(reference);
      const parameters = explain(withRates(scenario));
      const { id, title, question } = scenario;
      const context = contextFigures(scenario);
      const document = {
        scenario: { id, title, question, sha256: scenarioHash(scenario) },
        parameters,
        ...(context.length === 0 ? {} : { context }),
      };
      process.stdout.write(
        json
          ? `${JSON.stringify(document, null, 2)}\n`
          : explanation(scenario, parameters, process.stdout.columns ?? 80, context),
      );
    });
}

/** The explanation as text, no line longer than `width` unless a single word is. */
export function explanation(
  scenario: Scenario,
  parameters: readonly ExplainedParameter[],
  width: number,
  context: readonly ContextFigure[] = [],
): string {
  const heading = [`${scenario.id}: ${scenario.title}`, scenario.question].flatMap((text) =>
    wrap(text, width),
  );
  const derived =
    context.length === 0 ? [] : [[...wrap(contextHeading, width), '', contextText(context, width)]];
  const paragraphs = [heading, ...parameters.map((parameter) => paragraph(parameter, width)), ...derived];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function paragraph(parameter: ExplainedParameter, width: number): readonly string[] {
  const { path, value, low, high, distribution, description, source } = parameter;
  const isList = typeof value === 'object';
  const sentences = isList && value.some((item) => item.includes(' ')) ? value : [];
  const inline = isList ? value.join(', ') : shown(value);
  const range =
    low === null && high === null
      ? ''
      : ` (${shown(low ?? value)} to ${shown(high ?? value)}, ${distribution})`;
  const isSetting = source.evidence.length === 0 && source.assumption === null;
  const details = [
    description,
    ...sentences.map((sentence) => `- ${sentence}`),
    ...source.evidence.map(
      ({ id, title, url, verified }) =>
        `Evidence: ${id}${verified ? '' : ' (not verified)'}: ${title} <${url}>`,
    ),
    ...(source.assumption === null ? [] : [`Assumption: ${source.assumption}`]),
    ...(isSetting ? ['A setting of the run.'] : []),
  ];
  return [
    ...wrap(sentences.length > 0 ? path : `${path} = ${inline}${range}`, width),
    ...details.flatMap((text) => wrap(text, width - 2).map((line) => `  ${line}`)),
  ];
}

function shown(value: ExplainedParameter['value']): string {
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { maximumFractionDigits: 6 })
    : String(value);
}
