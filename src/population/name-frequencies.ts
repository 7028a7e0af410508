/**
 * The national frequencies of names: what share of the people of a scenario's taxpayer file is filed under a surname, or
 * under a given name, in comparable form. Nothing is sampled of the names: the tables that people draw them from are
 * added up, each with the share of the people who do (name-bearers.ts), and written as returns write them:
 *
 *   one surname    as listed, in its parts (DE LA CRUZ), in its feminine or masculine form
 *   two surnames   by the people who file both, of each origin: share of the first x share of the second, for two names
 *                  of one person are drawn apart
 *   given names    of two, the first alone by those who file no more
 *
 * A return on which a name is mistyped counts for no name. So the shares of all values together are less than 1.
 * Convention: a value that is on no list, and one of two surnames that is rarer, have the share of the rarest listed name: they are
 * rarer than that, and nobody knows by how much. Relatives are left out of account: that brothers are not called alike,
 * or sons like fathers, moves no share by a thousandth.
 */

import { eachProbability } from '../random/alias.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type NameBearers, nameBearers } from './name-bearers.ts';
import { type Names, names as namesOf } from './names.ts';
import { feminineSurname, masculineSurname } from './naming/gendered-surnames.ts';
import { nameForms } from './naming/name-forms.ts';
import { origins } from './origins.ts';
import type { Tables } from './tables.ts';

/** By a name in comparable form, not empty: the share of the people who are filed under it, above 0. */
export interface NameFrequencies {
  surname(value: string): number;
  givenName(value: string): number;
}

/** The frequencies in the taxpayer file of a scenario, whatever the seed; takes about half a second. */
export function nameFrequencies(scenario: Scenario, tables: Tables): NameFrequencies {
  const names = namesOf(tables);
  const bearers = nameBearers(scenario, tables, names);
  const { naming, irs } = scenario.population;
  const { nameErrors, paperReturns } = irs;
  const onPaper = paperReturns.value;
  const mistyped = onPaper * nameErrors.paper.value + (1 - onPaper) * nameErrors.electronic.value;
  // Either of the two names is the mistyped one.
  const asMeant = 1 - mistyped / 2;
  const apart = naming.surnamePartsApart.value;
  const surname = surnameShares(names, bearers, apart);
  const givenName = givenNameShares(names, bearers, naming.compoundGivenNameFiled.value);
  return {
    surname: (value) => asMeant * surname(value),
    givenName: (value) => asMeant * givenName(value),
  };
}

/** Surname `code` written in one way, by a share of those who bear it. */
interface Writing {
  readonly code: number;
  readonly isParted: boolean;
  /** Bits of `nameForms`. */
  readonly form: number;
}

function surnameShares(names: Names, bearers: NameBearers, apart: number): (value: string) => number {
  const listed = names.surnames.length;
  const shareIn = origins.map((_, origin) => {
    const shares = new Float64Array(listed);
    eachProbability(names.surnameTables, origin, (code, probability) => {
      if (code < listed) shares[code]! += probability;
    });
    return shares;
  });
  const rarest = leastOf(
    Float64Array.from(names.surnames, (_, code) =>
      origins.reduce((sum, _origin, origin) => sum + bearers.origins[origin]! * shareIn[origin]![code]!, 0),
    ),
  );
  const codeOf = new Map(names.surnames.map((name, code) => [name, code]));
  const writings = unusualWritings(names);
  const formShares = bearers.gendered.map((forms) => new Map(forms.map(({ form, share }) => [form, share])));
  const isUnusual = new Set([...writings.values()].flatMap((all) => all.map(({ code }) => code)));

  /** Of the people of an origin who file under one surname, those who write this one. */
  const single = (origin: number, value: string): number => {
    const shares = shareIn[origin]!;
    const code = codeOf.get(value);
    const plain = code === undefined || isUnusual.has(code) ? 0 : shares[code]!;
    return (writings.get(value) ?? []).reduce((sum, { code: of, isParted, form }) => {
      const parts = names.isPartedSurname(of) ? (isParted ? apart : 1 - apart) : 1;
      return sum + shares[of]! * parts * formShares[origin]!.get(form)!;
    }, plain);
  };

  return (value) => {
    const words = value.split(' ');
    let share = 0;
    origins.forEach((_, origin) => {
      const two = bearers.twoSurnames[origin]!;
      let asTwo = 0;
      for (let first = 1; two > 0 && first < words.length; first++) {
        const firstShare = single(origin, words.slice(0, first).join(' '));
        if (firstShare > 0) asTwo += firstShare * single(origin, words.slice(first).join(' '));
      }
      share += bearers.origins[origin]! * ((1 - two) * single(origin, value) + two * asTwo);
    });
    return Math.max(share, rarest);
  };
}

/** By value: the surnames that are written in several ways, by those who bear one of them. */
function unusualWritings(names: Names): ReadonlyMap<string, readonly Writing[]> {
  const found = new Map<string, Writing[]>();
  names.surnames.forEach((name, code) => {
    const hasParts = names.isPartedSurname(code);
    const isGendered = feminineSurname(name) !== name || masculineSurname(name) !== name;
    if (!hasParts && !isGendered) return;
    for (const isParted of hasParts ? [false, true] : [false]) {
      for (const form of [0, nameForms.feminine, nameForms.masculine]) {
        const value = names.writtenSurname(code, form | (isParted ? nameForms.parted : 0), -1);
        const writings = found.get(value) ?? [];
        writings.push({ code, isParted, form });
        found.set(value, writings);
      }
    }
  });
  return found;
}

function givenNameShares(names: Names, bearers: NameBearers, bothFiled: number): (value: string) => number {
  const shares = new Float64Array(names.givenNames.length);
  bearers.givenNameTables.forEach((people, table) => {
    if (people === 0) return;
    eachProbability(names.givenNameTables, table, (code, probability) => {
      const first = names.firstGivenName(code);
      if (first === code) shares[code]! += people * probability;
      else {
        shares[code]! += people * probability * bothFiled;
        shares[first]! += people * probability * (1 - bothFiled);
      }
    });
  });
  const rarest = leastOf(shares);
  const codeOf = new Map(names.givenNames.map((name, code) => [name, code]));
  return (value) => Math.max(shares[codeOf.get(value) ?? -1] ?? 0, rarest);
}

/** The least share above 0. */
function leastOf(shares: Float64Array): number {
  return shares.reduce((least, share) => (share > 0 && share < least ? share : least), 1);
}
