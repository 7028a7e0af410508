/**
 * Registries: one file for each entry, listed once in the folder's index, under the name of its file, and tested.
 * The ids that scenario files may use are those of the registries, in their order.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corruptions } from '../src/corruption/corruptions/index.ts';
import { fileFormats } from '../src/export/formats/index.ts';
import { rules } from '../src/linkage/rules/index.ts';
import { comparators } from '../src/matching/comparators/index.ts';
import { matchers } from '../src/matching/matchers/index.ts';
import { places } from '../src/matching/places/index.ts';
import { communities } from '../src/population/communities.ts';
import { householdKinds } from '../src/population/household-pattern.ts';
import { origins } from '../src/population/origins.ts';
import { statuses } from '../src/population/statuses.ts';
import { charts } from '../src/report/charts/index.ts';
import {
  communityIds,
  corruptionIds,
  groupIds,
  householdKindIds,
  matcherIds,
  originIds,
  placeIds,
  ruleIds,
  statusIds,
} from '../src/scenario/ids.ts';

interface Entry {
  readonly id: string;
}

const registries: readonly (readonly [folder: string, entries: readonly Entry[]])[] = [
  ['matching/comparators', comparators],
  ['matching/matchers', matchers],
  ['matching/places', places],
  ['corruption/corruptions', corruptions],
  ['linkage/rules', rules],
  ['export/formats', fileFormats],
  ['report/charts', charts],
];

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

/** The text of every test of a room, and of its folders. */
function testsOf(room: string): readonly string[] {
  const folder = new URL(`${room}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
}

describe.each(registries)('%s', (folder, entries) => {
  const files = readdirSync(new URL(`../src/${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));

  it('lists each file of its folder once, under its name', () => {
    expect(idsOf(entries).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('%s.ts holds the entry of that name, and no other', async (name) => {
    const held: Readonly<Record<string, unknown>> = await import(
      new URL(`../src/${folder}/${name}.ts`, import.meta.url).href
    );
    const registered = entries.filter((entry) => Object.values(held).includes(entry));
    expect(idsOf(registered)).toEqual([name]);
  });

  it('has a test for each entry: of the whole registry, or of that entry', () => {
    const tests = testsOf(folder.split('/')[0]!);
    const ofAll = tests.some(
      (text) => text.includes(`/src/${folder}/index.ts`) && text.includes('describe.each('),
    );
    const mentioned = (id: string) =>
      tests.some((text) => text.includes(`/src/${folder}/${id}.ts`) || text.includes(`'${id}'`));
    expect(idsOf(entries).filter((id) => !ofAll && !mentioned(id))).toEqual([]);
  });
});

it.each<[string, readonly string[], readonly string[]]>([
  ['matcherIds', matcherIds, idsOf(matchers)],
  ['placeIds', placeIds, idsOf(places)],
  ['ruleIds', ruleIds, idsOf(rules)],
  ['corruptionIds', corruptionIds, idsOf(corruptions)],
  ['statusIds', statusIds, idsOf(statuses)],
  ['groupIds', groupIds, ['all', 'citizens', ...statuses.map(({ group }) => group)]],
  ['householdKindIds', householdKindIds, idsOf(householdKinds)],
  ['communityIds', communityIds, communities],
  ['originIds', originIds, idsOf(origins)],
])('%s of a scenario are those of the registry, in order', (_, ids, registered) => {
  expect(ids).toEqual(registered);
});

it('every matcher compares by a comparator of the registry', () => {
  for (const { id, comparator } of matchers) expect(comparators, id).toContain(comparator);
});
