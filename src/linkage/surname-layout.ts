/**
 * Lays out the surnames of the bearers of some given names, in WebAssembly: what the national list has of each stands in
 * columns afterwards, and whose surname it has not is told, to be spelt.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { i32, variables, when, whileTrue } from '../webassembly/instructions.ts';
import { compiled, exportsOf, type ModuleFunction, moduleBytes } from '../webassembly/module.ts';
import { increased, WORD, wordAt } from './bearer-kernels.ts';
import { GLANCE_BYTES } from './name-rows.ts';

function layOutSurnames(): ModuleFunction {
  const { parameter, word, function: functionOf } = variables();
  const [givenNames, givenNamesEnd, isLaidOut, starts] = [parameter(), parameter(), parameter(), parameter()];
  const [people, numbersByPerson, glances] = [parameter(), parameter(), parameter()];
  const [seen, repeated, numbers, unlisted] = [parameter(), parameter(), parameter(), parameter()];
  const [givenName, place, end, at, number] = [word(), word(), word(), word(), word()];
  return functionOf(
    'layOutSurnames',
    true,
    whileTrue(
      i32.below(givenNames.get, givenNamesEnd.get),
      givenName.set(i32.load(givenNames.get)),
      increased(givenNames, WORD),
      at.set(i32.add(isLaidOut.get, givenName.get)),
      when(
        i32.isZero(i32.loadByte(at.get)),
        i32.storeByte(at.get, i32.constant(1)),
        place.set(wordAt(starts, givenName.get)),
        end.set(wordAt(starts, i32.add(givenName.get, i32.constant(1)))),
        whileTrue(
          i32.below(place.get, end.get),
          number.set(wordAt(numbersByPerson, wordAt(people, place.get))),
          at.set(i32.multiply(place.get, i32.constant(WORD))),
          i32.store(i32.add(numbers.get, at.get), number.get),
          when(
            i32.shiftRight(number.get, i32.constant(31)),
            i32.store(unlisted.get, place.get),
            increased(unlisted, WORD),
            number.set(i32.constant(0)),
          ),
          number.set(i32.add(glances.get, i32.multiply(number.get, i32.constant(GLANCE_BYTES)))),
          i32.store(i32.add(seen.get, at.get), i32.load(number.get)),
          i32.store(i32.add(repeated.get, at.get), i32.load(number.get, WORD)),
          increased(place, 1),
        ),
      ),
    ),
    unlisted.get,
  );
}

/**
 * Lays out the bearers of given names where that is not done yet: for each place in the columns the number of the surname and
 * what a glance sees of it. Writes to `unlisted` the places where the number is below 0; returns where that ends.
 * @param givenNames address of a list of codes
 * @param isLaidOut address of a byte for each given name
 * @param starts address of where the bearers of each given name start
 * @param people address of the column of people, by place
 * @param numbersByPerson address of the numbers of surnames, by person
 * @param glances address of what a glance sees, by number (name-rows.ts)
 */
type LayOutSurnames = (
  givenNames: number,
  givenNamesEnd: number,
  isLaidOut: number,
  starts: number,
  people: number,
  numbersByPerson: number,
  glances: number,
  seen: number,
  repeated: number,
  numbers: number,
  unlisted: number,
) => number;

const module = compiled(moduleBytes([layOutSurnames()]));

/** The kernel at work on a memory. */
export function surnameLayout(memory: KernelMemory): LayOutSurnames {
  return exportsOf<{ readonly layOutSurnames: LayOutSurnames }>(module, memory.memory).layOutSurnames;
}
