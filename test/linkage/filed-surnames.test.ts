/** Surnames stand in columns as they are written, whatever given names are asked for, how often and in which order. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filedSurname, filedSurnamesMaker } from '../../src/linkage/filed-surnames.ts';
import { LETTERS, seen, seenApart } from '../../src/linkage/letters-at-a-glance.ts';
import { localNamesMaker, NOT_LISTED } from '../../src/linkage/local-names.ts';
import { dictionary } from '../../src/matching/dictionary.ts';
import { repeatedLetterMask } from '../../src/text/letter-bag.ts';
import { fitsInBlock } from '../../src/text/name-blocks.ts';

const list = ['SMITH', 'GARCIA', 'NGUYEN', 'LEE', 'DE LA CRUZ'];
const unlisted = ['SMYTHE', 'GARCIA LOPEZ', 'O 2', 'VILLANUEVA VILLAVICENCIO MORA', 'ANNA'];
const surname = fc.constantFrom(...list, ...unlisted);
const area = fc.array(fc.record({ givenName: fc.integer({ min: 0, max: 5 }), surname }), { maxLength: 40 });
const asked = fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 5 });

const givenNames = dictionary(['A', 'B', 'C', 'D', 'E', 'F']);
const givenNamesOf = localNamesMaker(givenNames);

describe('the surnames of an area', () => {
  it('are laid out as they are written, the unlisted ones spelt once and only when asked for, or once for all', () => {
    // The same maker throughout: what it did for one area must not show in the next.
    const lay = filedSurnamesMaker(list);
    const speltBefore = new Set<string>();
    fc.assert(
      fc.property(area, asked, (people, questions) => {
        const names = givenNamesOf(
          people.length,
          (person) => people[person]!.givenName,
          () => '',
        );
        const written = (person: number) => people[person]!.surname;
        const spelt: string[] = [];
        const common = ['SMYTHE', 'O 2', 'VILLANUEVA VILLAVICENCIO MORA'];
        const filed = lay(names, {
          commonAs: (person) => common.indexOf(written(person)),
          listedAs: (person) => {
            const place = list.indexOf(written(person));
            return place < 0 ? NOT_LISTED : place;
          },
          writtenAs: (person) => {
            spelt.push(written(person));
            return written(person);
          },
          someoneAlike: (person) => people.findIndex((other) => other.surname === written(person)),
        });
        const everAsked = new Set<number>();
        for (const question of questions) {
          const codes = [...new Set(question.map((n) => n % Math.max(names.dictionary.size, 1)))];
          if (names.dictionary.size === 0) continue;
          filed.layOut(Int32Array.from(codes));
          for (const code of codes) everAsked.add(code);
        }
        const bearers = [...everAsked].flatMap((code) =>
          Array.from(
            { length: names.starts[code + 1]! - names.starts[code]! },
            (_, nth) => names.starts[code]! + nth,
          ),
        );
        const { words } = filed.memory;
        for (const place of bearers) {
          const value = written(names.people[place]!);
          expect(filedSurname(filed, place)).toBe(value);
          expect(words[filed.columns.seen / 4 + place]).toBe(
            fitsInBlock(value) ? seen(value) : seenApart(value),
          );
          expect(words[filed.columns.repeated / 4 + place]).toBe(repeatedLetterMask(value) & LETTERS);
        }
        const needed = bearers.map((place) => written(names.people[place]!)).filter((n) => !list.includes(n));
        const isCommon = (name: string) => common.includes(name);
        expect(spelt.filter((name) => !isCommon(name)).sort()).toEqual(
          [...new Set(needed)].filter((name) => !isCommon(name)).sort(),
        );
        for (const name of spelt.filter(isCommon)) {
          expect(speltBefore).not.toContain(name);
          speltBefore.add(name);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
