/**
 * Reads the scenario schema as data: which part of it describes a path of a scenario, and, in words, what that
 * part allows. Error lines and `explain` both speak from here, so that neither can drift from the schema.
 */
import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

export type Path = readonly (string | number)[];

/** The part of the scenario schema at a path, as it was declared, or `undefined` where it describes nothing. */
export function schemaAt(path: Path): z.ZodType | undefined {
  let schema: z.core.$ZodType | undefined = scenarioSchema;
  for (const step of path) {
    schema = inner(schema);
    if (schema instanceof z.ZodUnion) schema = schema.options.find((option) => option instanceof z.ZodArray);
    if (schema instanceof z.ZodObject) schema = shapeOf(schema)[step];
    else if (schema instanceof z.ZodArray) schema = schema.element;
    else return undefined;
  }
  return schema as z.ZodType | undefined;
}

/** What a file writes: without that it may be left out, and before it is read into another form. */
function inner(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap());
  return schema instanceof z.ZodPipe ? inner(schema.in) : schema;
}

const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType | undefined>> => schema.shape;

/** The keys that a map may have at a path; empty where the schema has no map. */
export function keysAt(path: Path): readonly string[] {
  const schema = inner(schemaAt(path));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Whether the quantity at a path is a whole number. */
export function isWholeNumberAt(path: Path): boolean {
  const mode = schemaAt([...path, 'mode']);
  return mode instanceof z.ZodNumber && mode.format === 'safeint';
}

/** The description of a path, in plain words; empty where the schema has none. */
export function describe(path: Path): string {
  return schemaAt(path)?.meta()?.description ?? '';
}

/** The ids that may stand at a path, where the schema lists them. */
export function choicesAt(path: Path): readonly string[] {
  const schema = inner(schemaAt(path));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => choicesOf(option));
  return choicesOf(schema);
}

const choicesOf = (schema: unknown) => (schema instanceof z.ZodEnum ? schema.options.map(String) : []);

/** What may stand at a path, in words: `a number from 0 to 1`, `one of zip, address`. */
export function allowedAt(path: Path): string {
  const choices = choicesAt(path);
  if (choices.length > LONG_LIST) return 'an id that `mismatch evidence` lists';
  if (choices.length > 0) return `one of ${choices.join(', ')}`;

  const keys = keysAt(path);
  if (keys.length > 0) return `a map with the keys ${keys.join(', ')}`;

  const schema = inner(schemaAt(path));
  if (schema instanceof z.ZodNumber) return allowedNumbers(schema);
  if (schema instanceof z.ZodArray) return 'a list, not empty';
  return path.length === 1 && path[0] === 'id' ? 'lower-case words joined by hyphens' : 'a text, not empty';
}

/** Longer lists of ids are named rather than printed. */
const LONG_LIST = 20;

function allowedNumbers(schema: z.ZodNumber): string {
  const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = z.toJSONSchema(schema);
  const low = exclusiveMinimum === undefined ? `from ${minimum}` : `above ${exclusiveMinimum}`;
  const high =
    exclusiveMaximum === undefined ? maximum && ` to ${maximum}` : ` and below ${exclusiveMaximum}`;
  const bounded = maximum === Number.MAX_SAFE_INTEGER ? '' : (high ?? '');
  return `${type === 'integer' ? 'a whole number' : 'a number'} ${low}${bounded}`;
}
