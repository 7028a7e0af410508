/** The registry of checks, and each measure against people counted one by one in a small file. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fact, hasFact } from '../../src/evidence/facts.ts';
import { type Community, communities } from '../../src/population/communities.ts';
import { origins } from '../../src/population/origins.ts';
import { readTable } from '../../src/population/tables/csv.ts';
import type { Check } from '../../src/validation/check.ts';
import { checkFamilies } from '../../src/validation/checks/index.ts';
import type { Measured } from '../../src/validation/estimate.ts';
import { communityOf, drawSample } from '../../src/validation/sample.ts';
import { validate } from '../../src/validation/validate.ts';
import { smallWorld } from '../small-world.ts';

const checks = checkFamilies.flatMap((family) => family.checks);
const { population } = smallWorld({ seed: 11, people: 4000, requests: 10, zipAreas: 60 });
const sample = drawSample(population, population.size, 1);
const everybody = Array.from({ length: population.size }, (_, index) => ({
  ...population.person(index),
  place: population.place(index),
  listedSurname: surnameOf(index),
}));

/** The surname that the checks are about: the record may show a second one. */
function surnameOf(index: number): string {
  const { area } = population.place(index);
  return population.names.surname(population.people(area).surname[index - area.firstPerson]!);
}
const find = (id: string): Check => checks.find((check) => check.id === id)!;
const measured = (id: string) => find(id).measure(sample) as Measured;
const count = (is: (person: (typeof everybody)[number]) => boolean) => everybody.filter(is).length;

describe('the registry', () => {
  const files = readdirSync(new URL('../../src/validation/checks/', import.meta.url))
    .filter((name) => name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));

  it('lists each file of its folder once, under its name', () => {
    expect(checkFamilies.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('has no two checks of one id', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('has a source that exists, a short fact and a tolerance', () => {
    if ('evidence' in check.source) expect(hasFact(check.source.evidence)).toBe(true);
    expect(check.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(check.fact.length).toBeLessThan(75);
    const tolerance = 'relative' in check.tolerance ? check.tolerance.relative : check.tolerance.absolute;
    expect(tolerance).toBeGreaterThanOrEqual(0);
    expect(tolerance).toBeLessThan(0.5);
  });

  it('measures the small file, or says what is missing', () => {
    const result = check.measure(sample);
    if ('notModelled' in result) expect(result.notModelled).not.toBe('');
    else expect(result.low).toBeLessThanOrEqual(result.high);
  });
});

it('targets are those of the evidence', () => {
  const part = (id: string, key: string) => (fact(id).value as Readonly<Record<string, number>>)[key];
  const exemptions = part('persons-on-returns-2013', 'taxpayerExemptions')!;
  const targets = Object.fromEntries(checks.map(({ id, target }) => [id, target]));
  expect(targets).toMatchObject({
    'full-name-james-smith': part('fullname-counts-538', 'James Smith'),
    'full-name-maria-garcia': part('fullname-counts-538', 'Maria Garcia'),
    'full-name-maria-rodriguez': part('fullname-counts-538', 'Maria Rodriguez'),
    returns: fact('returns-2024').value,
    'people-per-return': exemptions / part('persons-on-returns-2013', 'returns')!,
    'filing-status-joint': part('filing-status-2017', 'jointAndSurviving'),
    'filing-status-single': part('filing-status-2017', 'single'),
    'filing-status-head-of-household': part('filing-status-2017', 'headOfHousehold'),
    'filing-status-separate': part('filing-status-2017', 'separate'),
    'household-size': part('household-size', 'all'),
    'family-household-size': part('household-size', 'familyAll'),
    'family-household-size-hispanic': part('household-size', 'familyHispanic'),
    'mixed-status-households': fact('undoc-households').value,
    'mixed-status-people': part('mixed-status-people', 'peopleInMixedStatusHouseholds'),
    'mixed-status-citizens': part('mixed-status-people', 'usCitizensIn'),
    'citizen-spouses': fact('citizen-spouses').value,
    'itin-holders': fact('itin-active').value,
    'mixed-status-citizen-children': part('mixed-status-people', 'citizenChildren'),
    'returns-by-dependants':
      part('persons-on-returns-2013', 'returnsFiledByDependents')! /
      part('persons-on-returns-2013', 'returns')!,
    'foreign-born': part('foreign-born', 'people2023'),
  });
});

describe('measures of the whole file, counted person by person', () => {
  it('people with one of the ten commonest surnames', () => {
    // On the footing of 2010: each person counts as heavily as their community did.
    const communityOfOrigin = new Map<string, Community>(origins.map(({ id, community }) => [id, community]));
    const present = new Map<Community, number>();
    for (const { origin } of everybody) {
      const community = communityOfOrigin.get(origin)!;
      present.set(community, (present.get(community) ?? 0) + 1);
    }
    const groups = readTable('surname-totals.csv').rows.filter(
      ([group]) => group === 'listed' || group === 'rare',
    );
    const in2010 = (community: Community) =>
      groups.reduce((sum, row) => sum + Number(row[1]) * Number(row[2 + communities.indexOf(community)]), 0);
    const weightOf = (origin: string) => {
      const community = communityOfOrigin.get(origin)!;
      return in2010(community) / present.get(community)!;
    };
    const bearers = new Map<string, number>();
    for (const { listedSurname, origin } of everybody) {
      bearers.set(listedSurname, (bearers.get(listedSurname) ?? 0) + weightOf(origin));
    }
    const sorted = [...bearers.values()].sort((a, b) => b - a);
    const all = sorted.reduce((a, b) => a + b, 0);
    const atTop = sorted.slice(0, 10).reduce((a, b) => a + b, 0);
    // The table's percentages are rounded, so they sum to 100 only nearly.
    expect(measured('top-surnames-10').value).toBeCloseTo(atTop / all, 7);
  });

  it('returns: everybody in the file but second names on joint ones', () => {
    const returns = count(({ filing }) => filing !== 'joint-spouse');
    const shareOf = (...filings: readonly string[]) =>
      count(({ filing }) => filings.includes(filing)) / returns;
    expect(measured('returns').value).toBeCloseTo(returns, 6);
    const dependants = shareOf('dependant-who-files');
    expect(measured('people-per-return').value).toBeCloseTo(population.size / returns - dependants, 12);
    expect(measured('returns-by-dependants').value).toBeCloseTo(dependants, 12);
    expect(measured('filing-status-joint').value).toBeCloseTo(shareOf('joint-spouse'), 12);
    expect(measured('filing-status-single').value).toBeCloseTo(shareOf('single') + dependants, 12);
    expect(measured('filing-status-separate').value).toBeCloseTo(shareOf('separate'), 12);
  });

  it('households: everybody at every dwelling', () => {
    const all = Array.from({ length: population.households }, (_, index) => population.household(index));
    const people = all.reduce((sum, { members }) => sum + members.length, 0);
    expect(measured('household-size').value).toBeCloseTo(people / all.length, 9);
    const mixed = all.filter(({ members }) => members.some(({ status }) => status === 'unauthorized'));
    expect(measured('mixed-status-households').value).toBeCloseTo(mixed.length, 6);
    const citizens = mixed.flatMap(({ members }) => members.filter((m) => m.status.endsWith('-citizen')));
    expect(measured('mixed-status-citizens').value).toBeCloseTo(citizens.length, 6);
    const minors = citizens.filter(({ age }) => age < 18);
    expect(measured('mixed-status-citizen-children').value).toBeCloseTo(minors.length, 6);
    const holders = all.flatMap(({ members }) => members.filter((m) => m.identifier === 'itin'));
    expect(measured('itin-holders').value).toBeCloseTo(holders.length, 6);
    const couples = all.filter(({ members: [one, two] }) => {
      const pair = [one!.status, two?.role === 'spouse' ? two.status : ''];
      return pair.includes('unauthorized') && pair.some((status) => status.endsWith('-citizen'));
    });
    expect(couples.length).toBeGreaterThan(0);
    expect(measured('citizen-spouses').value).toBeCloseTo(couples.length, 6);
  });

  it('own community: neighbours of every person', () => {
    const own = everybody.filter(({ place }) => communityOf(place.cell) === 'hispanic');
    const inArea = new Map<number, number>();
    for (const { place } of own) inArea.set(place.area.zip, (inArea.get(place.area.zip) ?? 0) + 1);
    const mean = own.reduce((sum, { place }) => sum + inArea.get(place.area.zip)!, 0) / own.length;
    expect((measured('own-community-hispanic').value * population.size) / 258_336_802).toBeCloseTo(mean, 9);
  });

  it('addresses: dwellings of one number and street', () => {
    const addresses = new Map<string, number>();
    let dwellings = 0;
    for (const { area } of sample.areas) {
      const homes = population.neighbourhood(area);
      for (let dwelling = 0; dwelling < area.dwellings; dwelling++, dwellings++) {
        const { street, houseNumber } = homes.addressText(homes.addressCode(dwelling));
        const address = `${houseNumber} ${street} ${area.code}`;
        addresses.set(address, (addresses.get(address) ?? 0) + 1);
      }
    }
    const inBuildings = (least: number) =>
      [...addresses.values()].filter((units) => units >= least).reduce((a, b) => a + b, 0) / dwellings;
    expect(measured('five-units').value).toBeCloseTo(inBuildings(5), 12);
    expect(measured('shared-address').value).toBeCloseTo(inBuildings(2), 12);
  });

  it('bearers of a common surname, and who of them is Hispanic', () => {
    const worst = measured('common-surnames-hispanic-worst');
    const [, name, distance] = /^([A-Z]+) ([+-][\d.]+)%$/.exec(worst.note!)!;
    expect(Number(distance) / 100).toBeCloseTo(worst.value, 3);
    expect(count(({ listedSurname }) => listedSurname === name)).toBeGreaterThan(0);
    const outside = measured('common-surnames-bearers-outside');
    expect(outside.note!.split(', ').filter((text) => text !== '').length).toBe(outside.value);
  });
});

it('a validation is the same twice, and counts its verdicts', () => {
  const summaries = [1, 2].map(() => {
    const { verdicts, counts, people } = validate(population, 1500, checkFamilies);
    const results = verdicts.map((verdict) => [
      verdict.check.id,
      'measured' in verdict ? verdict.measured : '',
    ]);
    return { results, counts, people };
  });
  expect(summaries[0]).toEqual(summaries[1]);
  expect(Object.values(summaries[0]!.counts).reduce((a, b) => a + b, 0)).toBe(checks.length);
});
