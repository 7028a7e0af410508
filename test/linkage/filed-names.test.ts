import { describe, expect, it } from 'vitest';
import { filedNames } from '../../src/linkage/filed-names.ts';
import { filedSurname, filedSurnamesMaker } from '../../src/linkage/filed-surnames.ts';
import { NOT_LISTED } from '../../src/linkage/local-names.ts';
import { nameLists, zipNamesMaker } from '../../src/linkage/zip-names.ts';
import { misfiledNames } from '../../src/population/misfiled-names.ts';
import { smallWorld } from '../small-world.ts';

const { population } = smallWorld({ seed: 5, people: 20_000, requests: 50, zipAreas: 3 });
const { names, layout } = population;

const areas = Array.from({ length: layout.zipAreas }, (_, zip) => {
  const area = layout.area(zip);
  const columns = population.people(area);
  const misfiled = misfiledNames(population, area, columns);
  return { columns, misfiled, filed: filedNames(names, names.surnames.length, columns, misfiled) };
});

describe('a surname on no list', () => {
  it('is the same, letter for letter, as of whom it is said to be alike', () => {
    for (const { columns, misfiled, filed } of areas) {
      const { listedAs, writtenAs, someoneAlike = (person) => person } = filed.surnames;
      const [spelt, known] = [new Set<string>(), new Set<number>()];
      for (let person = 0; person < columns.surname.length; person++) {
        if (listedAs(person) !== NOT_LISTED) continue;
        const other = someoneAlike(person);
        expect(other).toBeLessThanOrEqual(person);
        expect(writtenAs(other)).toBe(writtenAs(person));
        if (misfiled.has(person)) expect(other).toBe(person);
        else {
          spelt.add(writtenAs(person));
          known.add(other);
        }
      }
      // Few are spelt twice: those whose codes differ or came upon the place of another name.
      expect(known.size).toBeLessThan(1.25 * spelt.size);
    }
  });

  it('has a place among the common ones of its own, the same for all who bear it as it is', () => {
    const writtenAt = new Map<number, string>();
    let bearers = 0;
    for (const { columns, misfiled, filed } of areas) {
      const { listedAs, writtenAs, commonAs = () => -1 } = filed.surnames;
      for (let person = 0; person < columns.surname.length; person++) {
        const place = commonAs(person);
        if (place < 0) continue;
        bearers += 1;
        expect(listedAs(person)).toBe(NOT_LISTED);
        expect(misfiled.has(person)).toBe(false);
        const written = writtenAs(person);
        expect(writtenAt.get(place) ?? written).toBe(written);
        writtenAt.set(place, written);
      }
    }
    // By the Census 10.4 million people bear a surname that it lists beyond the 88,799th, of 295 million.
    expect(bearers / 20_000).toBeGreaterThan(0.02);
    expect(bearers / 20_000).toBeLessThan(0.06);
  });

  it('stands in the columns as it is written, of one ZIP area after another', () => {
    const namesOf = zipNamesMaker(nameLists(names));
    const filedSurnames = filedSurnamesMaker(names.surnames);
    for (const { columns, filed } of areas) {
      const { givenNames } = namesOf(columns.surname.length, filed);
      const laidOut = filedSurnames(givenNames, filed.surnames);
      laidOut.layOut(Int32Array.from(givenNames.dictionary.values.keys()));
      const unlike = [...givenNames.people].filter(
        (person, place) => filedSurname(laidOut, place) !== filed.surnames.writtenAs(person),
      );
      expect(unlike).toEqual([]);
    }
  });
});
