/**
 * A scenario told parameter by parameter: the value, its range, what it means, and the reason to believe it.
 * The order is the order of the schema, so that two scenarios can be laid side by side.
 */
import { fact } from '../evidence/facts.ts';
import { distributionOf, isQuantity } from './quantity.ts';
import type { Scenario } from './schema.ts';
import { describe, keysAt, type Path } from './schema-walk.ts';

/** Why a value is what it is. A plain setting of the run has neither evidence nor assumption. */
interface ParameterSource {
  readonly evidence: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    /** Whether the source itself was read. */
    readonly verified: boolean;
  }[];
  readonly assumption: string | null;
}

export interface ExplainedParameter {
  /** Keys from the root, joined by dots: `requests.inTaxpayerFile`. */
  readonly path: string;
  readonly value: number | string | readonly string[];
  /** The plausible range; `null` where none is stated, as for a setting. */
  readonly low: number | null;
  readonly high: number | null;
  /** How draws lie in the range: the id of a distribution; `null` for a setting, which is never drawn. */
  readonly distribution: string | null;
  readonly description: string;
  readonly source: ParameterSource;
}

/** Every parameter of a scenario, in the order of the schema; its id, title and question are not parameters. */
export function explain(scenario: Scenario): readonly ExplainedParameter[] {
  const { id: _id, title: _title, question: _question, ...parameters } = scenario;
  return keysAt([]).flatMap((key) => {
    const part = (parameters as Readonly<Record<string, unknown>>)[key];
    return part === undefined ? [] : explainPart([key], part);
  });
}

function explainPart(path: Path, part: unknown): readonly ExplainedParameter[] {
  const told = { path: path.join('.'), description: describe(path) };
  if (isQuantity(part)) {
    const { value, low = null, high = null, evidence = [], assumption = null } = part;
    const ids = typeof evidence === 'string' ? [evidence] : evidence;
    const distribution = distributionOf(part).id;
    return [{ ...told, value, low, high, distribution, source: { evidence: ids.map(citation), assumption } }];
  }
  if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
    const children = part as Readonly<Record<string, unknown>>;
    return keysAt(path)
      .filter((key) => children[key] !== undefined)
      .flatMap((key) => explainPart([...path, key], children[key]));
  }
  if (Array.isArray(part) && part.some((item) => typeof item === 'object')) {
    return part.flatMap((item, place) => explainPart([...path, place], item));
  }
  const value = part as ExplainedParameter['value'];
  return [
    { ...told, value, low: null, high: null, distribution: null, source: { evidence: [], assumption: null } },
  ];
}

function citation(id: string): ParameterSource['evidence'][number] {
  const { source, verified } = fact(id);
  return { id, title: source.title, url: source.url, verified };
}
