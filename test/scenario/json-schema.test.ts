/** The JSON Schema that editors use is generated; the committed file must be what the schema says today. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';

const folder = new URL('../../scenarios/', import.meta.url);

it('is fresh: otherwise run `npm run build && node scripts/scenario-schema.mjs`', () => {
  const committed: unknown = JSON.parse(readFileSync(new URL('scenario.schema.json', folder), 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

it('describes every field', () => {
  const undescribed: string[] = [];
  const visit = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, description, $defs } = node as {
      properties?: Record<string, unknown>;
      description?: string;
      $defs?: Record<string, unknown>;
    };
    if (/properties\.[^.]+$/.test(path) && description === undefined) undescribed.push(path);
    for (const [key, child] of Object.entries(properties ?? {})) visit(child, `${path}.properties.${key}`);
    for (const [id, part] of Object.entries($defs ?? {})) visit(part, id);
  };
  visit(scenarioJsonSchema(), '');
  expect(undescribed).toEqual([]);
});

it('is named at the head of every scenario file', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text, name).toContain('\n# yaml-language-server: $schema=./scenario.schema.json\n');
  }
});
