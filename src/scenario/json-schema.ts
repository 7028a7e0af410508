/**
 * The scenario schema as JSON Schema (draft 2020-12), for editors: completion, hover texts and early warnings.
 * A file may inherit what it does not say, so only the parts of a quantity are required here; what is missing
 * after `extends` was followed, and sums, are reported when a scenario is loaded.
 */
import { z } from 'zod';
import { scenarioFileSchema } from './schema.ts';

/** The JSON Schema of a scenario file. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(scenarioFileSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined && !('mode' in jsonSchema.properties))
        delete jsonSchema.required;
    },
  });
  return { ...schema, title: 'A scenario of Mismatch' };
}
