/**
 * Which of some people bear a surname that has a key, such as a sound, in common with a given one, and is alike by it.
 * Whoever has none in common is passed over, four at a time. The keys are written out for the bearers of a given name when
 * somebody first asks for them. With a comparator that has no keys everybody is compared.
 */

import type { Comparator } from '../matching/comparator.ts';
import { WORD } from './bearer-kernels.ts';
import { filedSurname } from './filed-surnames.ts';
import { KeyColumns } from './key-columns.ts';
import { KnownKeys } from './known-keys.ts';
import type { SurnameSearch, SurnamesOfPeople } from './similar-surnames.ts';

export function byKeys(
  { compare, keysOf = () => [], gradeOfKeys }: Comparator,
  floor: number,
): (names: SurnamesOfPeople) => SurnameSearch {
  let keyColumns: KeyColumns | undefined;
  let listedKeys = new KnownKeys(0, () => []);
  let otherKeys = listedKeys;
  return ({ filedSurnames, givenNames: { starts, people, dictionary } }) => {
    const { memory, columns, list, others } = filedSurnames;
    if (keyColumns?.memory !== memory) {
      keyColumns = new KeyColumns(memory);
      listedKeys = new KnownKeys(0, (place) => keysOf(list.values[place]!));
      otherKeys = new KnownKeys(0, (place) => keysOf(others.values[place]!));
    }
    listedKeys.goOn(list.values.length);
    otherKeys.startAnew(people.length);
    const keys = keyColumns;
    keys.makeRoom(starts.length, people.length);
    const isWritten = new Uint8Array(dictionary.size);
    const write = (givenName: number) => {
      isWritten[givenName] = 1;
      for (let place = starts[givenName]!; place < starts[givenName + 1]!; place++) {
        const number = memory.words[columns.numbers / WORD + place]!;
        const known = number >= 0 ? listedKeys : otherKeys;
        const nth = number >= 0 ? number : -1 - number;
        keys.write(place, known.firstOf(nth), known.secondOf(nth));
      }
    };
    return (surname, { codes, scores }, found) => {
      filedSurnames.layOut(codes);
      for (let i = 0; i < codes.length; i++) if (isWritten[codes[i]!] === 0) write(codes[i]!);
      const own = keysOf(surname);
      keys.list(own, codes, columns.starts);
      const { listed } = keys;
      for (let nth = 0; nth < listed.count; nth++) {
        const place = listed.placeOf(nth);
        const other = filedSurname(filedSurnames, place);
        const score =
          gradeOfKeys === undefined || surname === other
            ? compare(surname, other)
            : gradeOfKeys(own, keysOf(other));
        if (score >= floor) found.add(people[place]!, Math.min(score, scores[listed.givenNameOf(nth)]!));
      }
    };
  };
}
