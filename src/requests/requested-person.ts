/**
 * Which household of a ZIP area a dealt request is about. The people of a situation outnumber the requests, mostly many
 * times over, so that each request has some households to choose from that no other has. It takes the one whose person
 * comes nearest to the sex and the age drawn for it.
 *
 * So the mix of ages and sexes comes near the one assumed where people are many, as among those who file, and stays that
 * of the population where nearly all are requested, as among Central Americans who do not.
 */

import type { Cell, ZipArea } from '../population/layout.ts';
import { type PeopleColumns, peopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Dealing, Dealt } from './dealing.ts';

/** Households looked at before somebody is taken who fits less well. */
const MOST_CANDIDATES = 8;
/** The other sex counts as this many age bands apart. */
const OTHER_SEX = 2;
const MALE = 1;

/** Ages are counted in the year of the request. */
const REQUEST_YEAR = 2025;
/** By age band of the scenario: the first age above it. */
const bandEnds = { 'under-30': 30, '30-39': 40, '40-49': 50, '50-59': 60, '60-and-over': 200 } as const;
type Band = keyof typeof bandEnds;
export const ageBands = Object.keys(bandEnds) as readonly Band[];

const ends = Object.values(bandEnds);

/** The age band of somebody born in a year. */
export function ageBandOf(birthYear: number): Band {
  return ageBands[bandPlace(birthYear)]!;
}

/** Place in `ageBands` of somebody born in a year. */
function bandPlace(birthYear: number): number {
  const age = REQUEST_YEAR - birthYear;
  let band = 0;
  while (age >= ends[band]!) band++;
  return band;
}

/** The household of a dealt request, counted from the first of its ZIP area. */
export function requestedHouseholds(
  { requests }: Scenario,
  population: Population,
  { turnOf, homesOf }: Dealing,
): (dealt: Dealt, area: ZipArea, cell: Cell) => number {
  const wishes = stream(population.seed, 'requests/age-and-sex');
  const words = new Uint32Array(4);
  const columns: PeopleColumns = peopleColumns(1);
  const { men, ages } = requests;

  const bandsUpTo = ageBands.map((_, last) =>
    ageBands.slice(0, last + 1).reduce((sum, band) => sum + ages[band].value, 0),
  );
  /** Place in `ageBands`. */
  const wantedBand = (chance: number) => {
    const band = bandsUpTo.findIndex((upTo) => chance < upTo);
    return band < 0 ? ageBands.length - 1 : band;
  };

  return (dealt, area, cell) => {
    const { person, situation } = dealt;
    const who = situation.id === 'lives-with-filers' ? 'resident' : 'householder';
    const { nth, count } = turnOf(dealt);
    const { pattern, status, nonFiling } = homesOf(dealt);
    const first = nonFiling ? cell.firstNonFiling : cell.firstHousehold;
    const there = pattern.countOf(status, nonFiling ? cell.nonFiling : cell.households, cell.statusStart);
    const begin = Math.floor((nth * there) / count);
    const choices = Math.floor(((nth + 1) * there) / count) - begin;
    block(wishes, person, 0, words);
    const isMan = uniform(words[0]!) < men.value;
    const band = wantedBand(uniform(words[1]!));
    const start = below(words[2]!, choices);
    const householdAt = (choice: number) =>
      first + pattern.nthOf(status, begin + ((start + choice) % choices), cell.statusStart);

    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let choice = 0; choice < Math.min(choices, MOST_CANDIDATES) && least > 0; choice++) {
      const household = householdAt(choice);
      const inCell = household - first + (nonFiling ? cell.households : 0);
      population.maker.fillSexAndYear(who, area, cell, inCell, columns, 0);
      const otherSex = (columns.sex[0] === MALE) === isMan ? 0 : OTHER_SEX;
      const bandsApart = Math.abs(bandPlace(columns.birthYear[0]!) - band);
      if (otherSex + bandsApart >= least) continue;
      least = otherSex + bandsApart;
      nearest = household;
    }
    return nearest;
  };
}
