/**
 * Registries: one file for each entry, listed once in the folder's index, under the name of its file, and tested.
 * The ids that scenario files may use are those of the registries, in their order.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corruptions } from '../src/corruption/corruptions/index.ts';
import { profiles } from '../src/corruption/profiles/index.ts';
import { fileFormats } from '../src/export/formats/index.ts';
import { rules } from '../src/linkage/rules/index.ts';
import { comparators } from '../src/matching/comparators/index.ts';
import { gates } from '../src/matching/gates/index.ts';
import { matchers, nameMatchers } from '../src/matching/matchers/index.ts';
import { places } from '../src/matching/places/index.ts';
import { communities } from '../src/population/communities.ts';
import { householdKinds, nonFilingKinds } from '../src/population/household-catalogue.ts';
import { origins } from '../src/population/origins.ts';
import { statuses } from '../src/population/statuses.ts';
import { charts, comparisonCharts } from '../src/report/charts/index.ts';
import { ageBands } from '../src/requests/requested-person.ts';
import { distributions } from '../src/scenario/distributions/index.ts';
import {
  ageBandIds,
  communityIds,
  corruptionIds,
  gateIds,
  groupIds,
  householdKindIds,
  matcherIds,
  nonFilingKindIds,
  originIds,
  placeIds,
  profileIds,
  requestGateIds,
  ruleIds,
  statusIds,
} from '../src/scenario/ids.ts';

interface Entry {
  readonly id: string;
}

const registries: readonly (readonly [folder: string, entries: readonly Entry[]])[] = [
  ['matching/comparators', comparators],
  ['matching/matchers', matchers],
  ['matching/gates', gates],
  ['matching/places', places],
  ['corruption/corruptions', corruptions],
  ['corruption/profiles', profiles],
  ['linkage/rules', rules],
  ['export/formats', fileFormats],
  ['scenario/distributions', distributions],
  ['report/charts', [...charts, ...comparisonCharts]],
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
  ['gateIds', gateIds, idsOf(gates)],
  ['requestGateIds', requestGateIds, idsOf(gates.filter(({ about }) => about === 'request'))],
  ['ageBandIds', ageBandIds, ageBands],
  ['ruleIds', ruleIds, idsOf(rules)],
  ['corruptionIds', corruptionIds, idsOf(corruptions)],
  ['profileIds', profileIds, idsOf(profiles)],
  ['statusIds', statusIds, idsOf(statuses)],
  ['groupIds', groupIds, ['all', 'citizens', ...statuses.map(({ group }) => group)]],
  ['householdKindIds', householdKindIds, idsOf(householdKinds)],
  ['nonFilingKindIds', nonFilingKindIds, nonFilingKinds],
  ['communityIds', communityIds, communities],
  ['originIds', originIds, idsOf(origins)],
])('%s of a scenario are those of the registry, in order', (_, ids, registered) => {
  expect(ids).toEqual(registered);
});

it('every matcher of names compares by a comparator of the registry, and is in the registry itself', () => {
  for (const matcher of nameMatchers) {
    expect(comparators, matcher.id).toContain(matcher.comparator);
    expect(matchers).toContain(matcher);
  }
  expect(matchers.filter(({ comparator }) => comparator !== undefined)).toEqual(nameMatchers);
});

it('comparators and matchers are those of the contract', () => {
  expect(idsOf(comparators).join(' ')).toBe(
    'exact levenshtein damerau jaro jaro-winkler jaccard-bigram soundex nysiis double-metaphone token-sort token-set nickname',
  );
  expect(idsOf(matchers).join(' ')).toBe(
    'exact name-control levenshtein jaro-winkler double-metaphone token-set screening fellegi-sunter tin-name',
  );
});
