/**
 * The whole name of a person, as on the best document they have, and as their return shows it. Both are pure functions
 * of the person; the return shows the codes and forms of the columns (name-columns.ts), letter for letter.
 *
 * Brothers and sisters share the mother's surname and the father's given name. A son who bears his father's
 * given name at the same address bears his middle name too in a declared share of families: those are JR and SR.
 */

import { block, type Stream, stream, uniform } from '../../random/stream.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Names } from '../names.ts';
import type { Tables } from '../tables.ts';
import { asFiled } from './as-filed.ts';
import type { Bearer } from './bearer.ts';
import { drawFathersGivenName, middleName } from './middle-names.ts';
import { type NameColumnsMaker, nameColumnsMaker } from './name-columns.ts';
import { genderedSurname, joinedSurnames, nameForms } from './name-forms.ts';
import { spelling } from './spelling.ts';
import { drawSuffix, suffixOfSon } from './suffixes.ts';
import { namingSystemOf } from './systems.ts';

/** The four name fields of a record. */
export interface FullName {
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  /** JR, SR, II, III, IV, or nothing. */
  readonly suffix: string;
}

/** A name as its bearer writes it: capitals, accents and all. */
export interface WrittenName extends FullName {
  /** Of two surnames the one under which somebody files who gives one alone. */
  readonly principalSurname: string;
  /** Whether the person writes the family name before the given name where no form asks for each. */
  readonly familyNameFirst: boolean;
}

/** The relatives at home whose name is the person's own. */
export interface Namesakes {
  /** The father, where a man bears his given name. */
  readonly father?: Bearer;
  /** The first son who bears the man's given name. */
  readonly son?: Bearer;
}

export interface NameWriter extends NameColumnsMaker {
  /** The person's own name in full. */
  written(person: Bearer, namesakes?: Namesakes): WrittenName;
  /** The name fields of the person's return, from their own name in full. */
  filed(person: Bearer, written: WrittenName): FullName;
  /** Whether the member of this number puts a middle initial on a return, should there be a middle name. */
  filesMiddleInitial(entity: number): boolean;
  /** The surname that the person was born with, and that of the mother at her birth, as they are listed. */
  familySurnames(person: Bearer): { readonly birth: string; readonly mothers: string };
}

const MALE = 1;

export function nameWriter(
  tables: Tables,
  names: Names,
  { naming, surnameKeptAtMarriage }: Pick<Scenario['population'], 'naming' | 'surnameKeptAtMarriage'>,
  seed: number,
): NameWriter {
  const columnsMaker = nameColumnsMaker(names, naming, surnameKeptAtMarriage, seed);
  const write = spelling(tables);
  /** The words of a stream, which hold until it is asked again. */
  const wordsFrom = (from: Stream) => {
    const words = new Uint32Array(4);
    return (entity: number, draw = 0): Uint32Array => {
      block(from, entity, draw, words);
      return words;
    };
  };
  const habits = wordsFrom(stream(seed, 'naming/habits'));
  const middles = wordsFrom(stream(seed, 'naming/middle-name'));
  const fathers = wordsFrom(stream(seed, 'naming/fathers-given-name'));
  const suffixes = wordsFrom(stream(seed, 'naming/suffix'));

  const source = {
    mothersSurname: columnsMaker.mothersSurname,
    fathersGivenName: (person: Bearer) => drawFathersGivenName(names, person, fathers(person.siblings)),
  };

  /** Whether father and son bear one middle name, and are JR and SR. */
  const isJunior = (son: Bearer, father: Bearer) =>
    namingSystemOf[son.origin]!.generationalSuffix &&
    son.surname === father.surname &&
    uniform(suffixes(son.entity)[0]!) < naming.juniorOfNamesake.value;

  const ownSuffix = ({ origin, sex, entity }: Bearer) => {
    if (sex !== MALE || !namingSystemOf[origin]!.generationalSuffix) return '';
    const words = suffixes(entity);
    return uniform(words[1]!) < naming.suffixWithoutFatherAtHome.value ? drawSuffix(uniform(words[2]!)) : '';
  };

  const suffixOf = (person: Bearer, { father, son }: Namesakes): string => {
    if (father !== undefined) return isJunior(person, father) ? suffixOfSon(ownSuffix(father)) : '';
    const own = ownSuffix(person);
    if (own !== '' || son === undefined || !isJunior(son, person)) return own;
    return uniform(suffixes(person.entity)[3]!) < naming.seniorWritten.value ? 'SR' : '';
  };

  const ownMiddleName = (person: Bearer): string => {
    const { origin, bornHere, entity, givenName } = person;
    const system = namingSystemOf[origin]!;
    const isSecondGivenName = bornHere || system.middle === 'second-given-name';
    if (isSecondGivenName && names.givenNames[givenName]!.includes(' ')) return '';
    const share = bornHere ? naming.middleName.bornHere : naming.middleName.bornAbroad[system.id];
    if (uniform(middles(entity, 1)[0]!) >= share.value) return '';
    const name = middleName(names, source, person, middles(entity));
    return write.givenName(name, system, hasAccents(person));
  };

  /** A junior has his father's middle name, unless the middle is where the mother's surname stands. */
  const middleNameOf = (person: Bearer, father: Bearer | undefined): string => {
    const isShared = person.bornHere || namingSystemOf[person.origin]!.middle !== 'mothers-surname';
    return ownMiddleName(isShared && father !== undefined && isJunior(person, father) ? father : person);
  };

  const hasAccents = ({ bornHere, entity }: Bearer) =>
    uniform(habits(entity)[0]!) <
    (bornHere ? naming.accentsWritten.bornHere : naming.accentsWritten.bornAbroad).value;

  const written = (person: Bearer, namesakes: Namesakes = {}): WrittenName => {
    const system = namingSystemOf[person.origin]!;
    const accents = hasAccents(person);
    const { secondSurname, nameForm } = columnsMaker.ownDocument(person);
    const surnameOf = (code: number, isParted: boolean) =>
      write.surname(names.surname(code), system, accents, isParted);
    const principalSurname = genderedSurname(
      surnameOf(person.surname, (nameForm & nameForms.parted) !== 0),
      nameForm,
    );
    const second =
      secondSurname < 0 ? undefined : surnameOf(secondSurname, (nameForm & nameForms.secondParted) !== 0);
    const { father } = namesakes;
    return {
      givenName: write.givenName(names.givenNames[person.givenName]!, system, accents),
      middleName: maidenInMiddle(person, second) ?? middleNameOf(person, father),
      surname: joinedSurnames(principalSurname, second, nameForm).join(
        person.bearsHusbandsSurname ? '-' : ' ',
      ),
      principalSurname,
      suffix: suffixOf(person, namesakes),
      familyNameFirst:
        system.familyNameFirst &&
        !person.bornHere &&
        uniform(habits(person.entity)[1]!) < naming.familyNameFirst.value,
    };
  };

  /** The surname that a wife gave up for her husband's, where she keeps it as middle name. */
  const maidenInMiddle = (person: Bearer, hyphenated: string | undefined): string | undefined => {
    if (!person.bearsHusbandsSurname || hyphenated !== undefined) return undefined;
    if (uniform(habits(person.entity)[2]!) >= naming.maidenNameInMiddle.value) return undefined;
    const code = columnsMaker.birthSurname(person);
    return write.surname(names.surname(code), namingSystemOf[person.origin]!, hasAccents(person), true);
  };

  const filesMiddleInitial = (entity: number) =>
    uniform(habits(entity)[3]!) < naming.middleInitialFiled.value;

  const columns = { secondSurname: new Int32Array(1), nameForm: new Uint8Array(1) };
  return {
    ...columnsMaker,
    written,
    filesMiddleInitial,
    familySurnames: (person) => ({
      birth: names.surname(columnsMaker.birthSurname(person)),
      mothers: names.surname(columnsMaker.mothersSurname(person)),
    }),
    filed(person, inFull) {
      columnsMaker.fill(person, columns, 0);
      return asFiled(inFull, {
        allSurnames: columns.secondSurname[0]! >= 0,
        allGivenNames: (columns.nameForm[0]! & nameForms.firstGivenName) === 0,
        middleInitial: filesMiddleInitial(person.entity),
      });
    },
  };
}
