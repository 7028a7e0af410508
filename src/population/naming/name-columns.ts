/**
 * What a return shows of a name beyond its two listed codes: a second surname, a surname in its parts, a feminine
 * form, one given name of two. Two columns, made for a whole ZIP area at once; most people take no random
 * words at all, and of those who do most are told by one number that nothing shows.
 *
 * Everything here is drawn from streams of its own: surname and given-name codes stay what they are.
 */

import { block, stream, uniform } from '../../random/stream.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { communities } from '../communities.ts';
import type { Names } from '../names.ts';
import { origins } from '../origins.ts';
import type { Bearer } from './bearer.ts';
import { nameForms } from './name-forms.ts';
import { namingSystemOf } from './systems.ts';

export interface NameColumns {
  /** Code of the second surname that the return shows; -1 for none. */
  readonly secondSurname: Int32Array;
  /** Bits of `nameForms`. */
  readonly nameForm: Uint8Array;
}

/** The second surname and the form of one name. */
export interface NameParts {
  secondSurname: number;
  nameForm: number;
}

export interface NameColumnsMaker {
  /** Whether nothing but the two codes can show of a person who bears no husband's surname: most people. */
  isPlain(origin: number, bornHere: boolean, surname: number, givenName: number): boolean;
  /**
   * Whether the return of the person shows nothing but the two codes, so that `fill` may be left out. Says no of a name
   * that has a form of its own without looking closer.
   */
  filesAsListed(
    origin: number,
    bornHere: boolean,
    surname: number,
    givenName: number,
    entity: number,
    bearsHusbandsSurname: boolean,
  ): boolean;
  /** Writes what the return of this person shows to `row`. */
  fill(person: Bearer, columns: NameColumns, row: number): void;
  /** The same on the person's own best document: both surnames, every given name. */
  ownDocument(person: Bearer): NameParts;
  /** Code of the surname that the person was born with. */
  birthSurname(person: Bearer): number;
  /** Code of the mother's surname at her birth. */
  mothersSurname(person: Bearer): number;
}

type NamingAssumptions = Scenario['population']['naming'];

/** The people of Spanish and Portuguese naming systems, by the keys of `secondSurnameFiled`. */
const isFiledOrigin = (
  id: string,
  filed: NamingAssumptions['secondSurnameFiled'],
): id is keyof typeof filed => Object.hasOwn(filed, id);

export function nameColumnsMaker(
  names: Names,
  assumptions: NamingAssumptions,
  surnameKept: Readonly<Record<(typeof communities)[number], { readonly value: number }>>,
  seed: number,
): NameColumnsMaker {
  const formStream = stream(seed, 'naming/form');
  const secondFormStream = stream(seed, 'naming/second-form');
  const mothersStream = stream(seed, 'naming/mothers-surname');
  const maidenStream = stream(seed, 'naming/maiden-surname');
  const words = new Uint32Array(4);
  const drawn = new Uint32Array(4);
  const rare = new Uint32Array(4);

  const { secondSurnameFiled } = assumptions;
  const apart = assumptions.surnamePartsApart.value;
  const feminine = assumptions.feminineSurname.value;
  const compoundFiled = assumptions.compoundGivenNameFiled.value;
  const hasSecond = namingSystemOf.map(({ secondSurname }) => secondSurname !== 'none');
  const secondBefore = namingSystemOf.map(({ secondSurname }) =>
    secondSurname === 'before' ? nameForms.secondBefore : 0,
  );
  const isGendered = namingSystemOf.map(({ genderedSurname }) => genderedSurname);
  const filed = origins.map(({ id }) =>
    isFiledOrigin(id, secondSurnameFiled) ? secondSurnameFiled[id].value : 0,
  );
  // Of the wives who did not keep their surname, so that the asked share of all wives hyphenates.
  const hyphenates = origins.map(({ community }) => {
    const changed = 1 - surnameKept[community].value;
    return changed === 0 ? 0 : Math.min(1, assumptions.hyphenatedAtMarriage.value / changed);
  });

  const draw = (from: typeof mothersStream, entity: number, origin: number) => {
    block(from, entity, 0, drawn);
    return names.drawSurname(origin, drawn, () => {
      block(from, entity, 1, rare);
      return rare;
    });
  };
  const birthSurname = (person: Bearer) =>
    person.bearsHusbandsSurname ? draw(maidenStream, person.entity, person.origin) : person.surname;
  const mothersSurname = (person: Bearer) =>
    person.mothersSurname >= 0 ? person.mothersSurname : draw(mothersStream, person.siblings, person.origin);

  const hasForm = (origin: number, bornHere: boolean, surname: number, givenName: number) =>
    (isGendered[origin] && !bornHere) ||
    names.isPartedSurname(surname) ||
    names.firstGivenName(givenName) !== givenName;
  const isPlain: NameColumnsMaker['isPlain'] = (origin, bornHere, surname, givenName) =>
    !hasSecond[origin] && !hasForm(origin, bornHere, surname, givenName);
  // One number decides both: who files under two surnames has two.
  const twoSurnames = (origin: number, bornHere: boolean, onReturn: boolean) =>
    (bornHere ? assumptions.twoSurnames.bornHere : assumptions.twoSurnames.bornAbroad).value *
    (onReturn ? filed[origin]! : 1);

  const parts: NameParts = { secondSurname: -1, nameForm: 0 };
  const partsOf = (person: Bearer, onReturn: boolean): NameParts => {
    parts.secondSurname = -1;
    parts.nameForm = 0;
    const { origin, bornHere, sex, entity } = person;
    if (!person.bearsHusbandsSurname && isPlain(origin, bornHere, person.surname, person.givenName))
      return parts;
    block(formStream, entity, 0, words);
    if (names.isPartedSurname(person.surname) && uniform(words[0]!) < apart) {
      parts.nameForm |= nameForms.parted;
    }
    if (person.bearsHusbandsSurname) {
      if (uniform(words[2]!) < hyphenates[origin]!) {
        parts.secondSurname = birthSurname(person);
        parts.nameForm |= nameForms.secondBefore;
      }
    } else if (hasSecond[origin]) {
      if (uniform(words[1]!) < twoSurnames(origin, bornHere, onReturn)) {
        parts.secondSurname = mothersSurname(person);
        parts.nameForm |= secondBefore[origin]!;
      }
    }
    if (parts.secondSurname >= 0 && names.isPartedSurname(parts.secondSurname)) {
      block(secondFormStream, entity, 0, drawn);
      if (uniform(drawn[0]!) < apart) parts.nameForm |= nameForms.secondParted;
    }
    if (isGendered[origin] && !bornHere) {
      if (sex === 1) parts.nameForm |= nameForms.masculine;
      else if (uniform(words[2]!) < feminine) parts.nameForm |= nameForms.feminine;
    }
    if (
      onReturn &&
      names.firstGivenName(person.givenName) !== person.givenName &&
      uniform(words[3]!) >= compoundFiled
    ) {
      parts.nameForm |= nameForms.firstGivenName;
    }
    return parts;
  };

  return {
    isPlain,
    filesAsListed(origin, bornHere, surname, givenName, entity, bearsHusbandsSurname) {
      if (hasForm(origin, bornHere, surname, givenName)) return false;
      block(formStream, entity, 0, words);
      return bearsHusbandsSurname
        ? uniform(words[2]!) >= hyphenates[origin]!
        : !hasSecond[origin] || uniform(words[1]!) >= twoSurnames(origin, bornHere, true);
    },
    birthSurname,
    mothersSurname,
    ownDocument: (person) => ({ ...partsOf(person, false) }),
    fill(person, columns, row) {
      const { secondSurname, nameForm } = partsOf(person, true);
      columns.secondSurname[row] = secondSurname;
      columns.nameForm[row] = nameForm;
    },
  };
}
