// Writes scenarios/scenario.schema.json from the built schema: `npm run build && node scripts/scenario-schema.mjs`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scenarioJsonSchema } from '../dist/scenario/json-schema.js';

const path = fileURLToPath(new URL('../scenarios/scenario.schema.json', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
writeFileSync(path, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
execFileSync(process.execPath, [biome, 'format', '--write', path]);
