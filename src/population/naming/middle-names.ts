/**
 * Middle names. People born here bear a second given name of their community, a few of which are usual as
 * middle names alone (MARIE, LYNN, LEE). People born abroad bear what their naming system puts there: the
 * mother's surname, the father's given name, a patronymic, THI or VAN, KAUR or SINGH.
 *
 * The lists and the shares within them are assumptions. A middle name reaches a return as an initial.
 */

import { below, uniform } from '../../random/stream.ts';
import type { Names } from '../names.ts';
import type { Bearer } from './bearer.ts';
import { patronymic } from './patronymics.ts';
import { namingSystemOf } from './systems.ts';

const FEMALE = 0;
const MALE = 1;
/** A parent is taken to be this much older where only a name of the right time is wanted. */
const GENERATION = 28;

/** Usual middle names of people born here, by sex, and the share of people who have one of them. */
const usual = [
  {
    share: 0.4,
    names: 'MARIE ANN LYNN ELIZABETH JEAN LEE ROSE MAE NICOLE MICHELLE RENEE LOUISE KAY GRACE SUE JANE'.split(
      ' ',
    ),
  },
  { share: 0.2, names: 'LEE MICHAEL JAMES JOSEPH ALLEN RAY WAYNE EDWARD SCOTT DEAN LYNN EARL'.split(' ') },
] as const;

const vietnamese = [
  { usual: 'THI', share: 0.6, others: 'NGOC KIM THU THANH MY HONG BICH XUAN MINH PHUONG'.split(' ') },
  { usual: 'VAN', share: 0.45, others: 'DUC MINH QUOC HUU NGOC THANH DINH XUAN CONG TRONG'.split(' ') },
] as const;

/** Given names that Sikh families make of two parts; women with one are KAUR, men SINGH. */
const SIKH_NAME = /(PREET|DEEP|JIT|JEET|INDER|WINDER|BIR|MEET|SHARAN)$/;

export interface MiddleNameSource {
  /** Given name of the father as a code, drawn where he does not live here; the same for brothers and sisters. */
  fathersGivenName(person: Bearer): number;
  /** Code of the mother's surname at her birth. */
  mothersSurname(person: Bearer): number;
}

/**
 * The middle name, in capitals without accents, of somebody who has one.
 * @param words four random words of the person
 */
export function middleName(
  names: Names,
  source: MiddleNameSource,
  person: Bearer,
  words: Uint32Array,
): string {
  const { origin, bornHere, sex, birthYear, givenName } = person;
  const secondGivenName = () => {
    const draw = (word0: number, word1: number) =>
      names.drawGivenName(origin, bornHere, sex, birthYear, word0, word1);
    const first = draw(words[0]!, words[1]!);
    return names.givenNames[first === givenName ? draw(words[1]!, words[2]!) : first]!;
  };
  const fathersName = () => names.givenNames[source.fathersGivenName(person)]!;
  const choice = uniform(words[3]!);
  if (bornHere) {
    const { share, names: list } = usual[sex === MALE ? 1 : 0];
    const name = list[below(words[2]!, list.length)]!;
    return choice < share && name !== names.givenNames[givenName] ? name : secondGivenName();
  }
  switch (namingSystemOf[origin]!.middle) {
    case 'second-given-name':
      return secondGivenName();
    case 'mothers-surname':
      return (
        names.partedSurname(source.mothersSurname(person)) ?? names.surname(source.mothersSurname(person))
      );
    case 'fathers-name':
      return fathersName();
    case 'patronymic':
      return patronymic(fathersName(), sex === FEMALE);
    case 'vietnamese': {
      const list = vietnamese[sex === MALE ? 1 : 0];
      return choice < list.share ? list.usual : list.others[below(words[2]!, list.others.length)]!;
    }
    case 'south-asian':
      if (SIKH_NAME.test(names.givenNames[givenName]!)) return sex === MALE ? 'SINGH' : 'KAUR';
      return sex === MALE && choice < 0.25 ? 'KUMAR' : fathersName();
  }
}

/** A given name for the father of somebody, from two words that brothers and sisters share. */
export function drawFathersGivenName(names: Names, person: Bearer, words: Uint32Array): number {
  if (person.fathersGivenName >= 0) return person.fathersGivenName;
  return names.drawGivenName(person.origin, false, MALE, person.birthYear - GENERATION, words[0]!, words[1]!);
}
