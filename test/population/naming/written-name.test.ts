import { describe, expect, it } from 'vitest';
import type { Bearer } from '../../../src/population/naming/bearer.ts';
import { nameForms } from '../../../src/population/naming/name-forms.ts';
import { namingSystemOf } from '../../../src/population/naming/systems.ts';
import { origins } from '../../../src/population/origins.ts';
import { normaliseName } from '../../../src/text/normalise.ts';
import { expectProportion } from '../../expect-proportion.ts';
import { givenNameCode, names, naming, people, person, surnameCode, writer, writerOf } from './world.ts';

const columns = { secondSurname: new Int32Array(1), nameForm: new Uint8Array(1) };
const filledFor = (bearer: Bearer) => {
  writer.fill(bearer, columns, 0);
  return { second: columns.secondSurname[0]!, form: columns.nameForm[0]! };
};

const filedBy = (bearer: Bearer) => writer.filed(bearer, writer.written(bearer));

describe.each(origins.map(({ id }, origin) => ({ id, origin })))('names of the $id origin', ({ id }) => {
  const everybody = [true, false].flatMap((bornHere) =>
    (['female', 'male'] as const).flatMap((sex) =>
      people(150, id, { bornHere, sex, bearsHusbandsSurname: sex === 'female' && bornHere }),
    ),
  );

  it('are filed as the columns say, letter for letter', () => {
    for (const bearer of everybody) {
      const { second, form } = filledFor(bearer);
      const filed = filedBy(bearer);
      expect(normaliseName(filed.surname)).toBe(names.writtenSurname(bearer.surname, form, second));
      const given =
        form & nameForms.firstGivenName ? names.firstGivenName(bearer.givenName) : bearer.givenName;
      expect(normaliseName(filed.givenName)).toBe(names.givenNames[given]);
    }
  });

  it('are known to show nothing but what is listed, wherever that is all the columns say of a plain name', () => {
    for (const bearer of everybody) {
      const { origin, bornHere, surname, givenName, entity, bearsHusbandsSurname } = bearer;
      const { second, form } = filledFor(bearer);
      const isListed = second < 0 && form === 0;
      const isKnown = writer.filesAsListed(
        origin,
        bornHere,
        surname,
        givenName,
        entity,
        bearsHusbandsSurname,
      );
      const isOneWord = !names.isPartedSurname(surname) && names.firstGivenName(givenName) === givenName;
      const isGendered = namingSystemOf[origin]!.genderedSurname && !bornHere;
      expect(isKnown).toBe(isListed && isOneWord && !isGendered);
    }
  });

  it('are filed in capitals A to Z, spaces and hyphens, 35 a field, the middle name as an initial', () => {
    for (const bearer of everybody) {
      const { givenName, middleName, surname, suffix } = filedBy(bearer);
      for (const field of [givenName, surname]) {
        expect(field).toMatch(/^[A-Z]+(?:[ -][A-Z]+)*$/);
        expect(field.length).toBeLessThanOrEqual(35);
      }
      expect(middleName).toMatch(/^[A-Z]?$/);
      expect(suffix).toMatch(/^(|JR|SR|II|III|IV)$/);
    }
  });

  it('come back to the listed given name without accents', () => {
    for (const bearer of everybody) {
      const { givenName, surname } = writer.written(bearer);
      expect(normaliseName(givenName)).toBe(names.givenNames[bearer.givenName]);
      expect(surname).toBe(surname.toUpperCase());
    }
  });

  it('are the same each time, and others under another seed', () => {
    const again = writerOf(1);
    const other = writerOf(2);
    let differences = 0;
    for (const bearer of everybody) {
      expect(again.written(bearer)).toEqual(writer.written(bearer));
      if (other.written(bearer).middleName !== writer.written(bearer).middleName) differences++;
    }
    expect(differences).toBeGreaterThan(0);
  });
});

describe('a second surname', () => {
  const of = (origin: 'mexican' | 'brazilian' | 'caribbean-hispanic', bornHere: boolean) =>
    people(6000, origin, { bornHere, sex: 'male' });

  it.each([
    ['mexican', true],
    ['mexican', false],
    ['caribbean-hispanic', false],
    ['brazilian', false],
  ] as const)('of %s people (born here: %s) is owned and filed at the asked rates', (origin, bornHere) => {
    const bearers = of(origin, bornHere);
    const has = (bornHere ? naming.twoSurnames.bornHere : naming.twoSurnames.bornAbroad).value;
    const owned = bearers.filter((bearer) => writer.ownDocument(bearer).secondSurname >= 0);
    const filed = bearers.filter((bearer) => filledFor(bearer).second >= 0);
    expectProportion(owned.length, bearers.length, has);
    expectProportion(filed.length, bearers.length, has * naming.secondSurnameFiled[origin].value);
    // Who files under two has two, and they are the same two.
    for (const bearer of filed) {
      expect(filledFor(bearer).second).toBe(writer.ownDocument(bearer).secondSurname);
    }
  });

  it("is the mother's, after the father's in Spanish and before it in Portuguese", () => {
    for (const [origin, isAfter] of [
      ['mexican', true],
      ['brazilian', false],
    ] as const) {
      const bearer = people(50, origin, { sex: 'male', mothersSurname: surnameCode('REYES') }).find(
        (one) => filledFor(one).second >= 0 && filledFor(one).form % 4 === 0,
      )!;
      const first = names.surname(bearer.surname);
      expect(filedBy(bearer).surname).toBe(isAfter ? `${first} REYES` : `REYES ${first}`);
    }
  });

  it('is one for brothers and sisters, whether the mother lives there or not', () => {
    for (let family = 0; family < 300; family++) {
      const [a, b] = [1, 2].map((place) =>
        person(10_000 + 16 * family + place, 'mexican', { siblings: family }),
      );
      expect(writer.mothersSurname(a!)).toBe(writer.mothersSurname(b!));
    }
    const mothers = Array.from({ length: 300 }, (_, family) =>
      writer.mothersSurname(person(9, 'mexican', { siblings: family })),
    );
    expect(new Set(mothers).size).toBeGreaterThan(150);
  });

  it('is nowhere but in Spanish and Portuguese names', () => {
    for (const { id } of origins) {
      const place = origins.findIndex((origin) => origin.id === id);
      if (namingSystemOf[place]!.secondSurname !== 'none') continue;
      for (const bearer of people(100, id, { sex: 'male' })) expect(filledFor(bearer).second).toBe(-1);
    }
  });
});

describe('a wife', () => {
  it('joins both surnames by a hyphen in the published share of marriages', () => {
    const wives = people(20_000, 'white', { bornHere: true, bearsHusbandsSurname: true });
    const hyphenated = wives.filter((wife) => filledFor(wife).second >= 0);
    // Wives who kept theirs are not among these.
    expectProportion(hyphenated.length, wives.length, naming.hyphenatedAtMarriage.value / (1 - 0.1));
    for (const wife of hyphenated.slice(0, 100)) {
      const { surname } = writer.written(wife);
      expect(surname.split('-').length).toBeGreaterThanOrEqual(2);
      expect(filledFor(wife).second).toBe(writer.birthSurname(wife));
      expect(filledFor(wife).form & nameForms.secondBefore).not.toBe(0);
    }
  });

  it('who took his name keeps hers in the middle at the asked rate', () => {
    const wives = people(6000, 'black', { bornHere: true, bearsHusbandsSurname: true });
    const alone = wives.filter((wife) => filledFor(wife).second < 0);
    const kept = alone.filter(
      (wife) =>
        normaliseName(writer.written(wife).middleName).replaceAll(' ', '') ===
        names.surname(writer.birthSurname(wife)),
    );
    expectProportion(kept.length, alone.length, naming.maidenNameInMiddle.value);
  });
});

describe('parts and accents', () => {
  it('of a surname are written apart at the asked rate, on every document alike', () => {
    const bearers = people(6000, 'filipino', { sex: 'male', surname: surnameCode('DELACRUZ') });
    const apart = bearers.filter((bearer) => filedBy(bearer).surname === 'DE LA CRUZ');
    expectProportion(apart.length, bearers.length, naming.surnamePartsApart.value);
    for (const bearer of bearers.slice(0, 200)) {
      expect(writer.written(bearer).surname).toBe(filedBy(bearer).surname);
    }
  });

  it.each([
    ['mexican', 'MUNOZ', 'MUÑOZ', 'MUNOZ'],
    ['mexican', 'DELEON', 'DE LEÓN', 'DE LEON'],
    ['vietnamese', 'DANG', 'ĐẶNG', 'DANG'],
    ['white', 'OBRIEN', "O'BRIEN", 'OBRIEN'],
    ['white', 'STJOHN', 'ST. JOHN', 'ST JOHN'],
    ['haitian', 'JEANBAPTISTE', 'JEAN-BAPTISTE', 'JEAN-BAPTISTE'],
  ] as const)('of %s %s: %s in full, %s as filed', (origin, listed, full, filed) => {
    const bearers = people(200, origin, { sex: 'male', surname: surnameCode(listed) });
    expect(bearers.map((bearer) => writer.written(bearer).principalSurname)).toContain(full);
    expect(bearers.map((bearer) => filedBy(bearer).surname)).toContain(filed);
  });

  it('are on the documents of people born abroad at the asked rate', () => {
    const bearers = people(6000, 'mexican', { sex: 'male', givenName: givenNameCode('JOSE') });
    const accented = bearers.filter((bearer) => writer.written(bearer).givenName === 'JOSÉ');
    expectProportion(accented.length, bearers.length, naming.accentsWritten.bornAbroad.value);
  });
});

describe('given and middle names', () => {
  it('two given names are filed as one at the asked rate, the second as the initial', () => {
    const bearers = people(6000, 'mexican', { sex: 'male', givenName: givenNameCode('JOSE LUIS') });
    const filed = bearers.map((bearer) => filedBy(bearer));
    const whole = filed.filter(({ givenName }) => givenName === 'JOSE LUIS');
    expectProportion(whole.length, bearers.length, naming.compoundGivenNameFiled.value);
    for (const { givenName, middleName } of filed) {
      if (givenName === 'JOSE') expect(['', 'L']).toContain(middleName);
    }
  });

  it.each([
    ['filipino', 'filipino'],
    ['vietnamese', 'vietnamese'],
    ['russian-ukrainian', 'russian'],
  ] as const)('%s people born abroad have a middle name at the asked rate', (origin, system) => {
    const bearers = people(4000, origin, { sex: 'male' });
    const having = bearers.filter((bearer) => writer.written(bearer).middleName !== '');
    expectProportion(having.length, bearers.length, naming.middleName.bornAbroad[system].value);
  });

  it('of Filipinos are the mother’s surname, of Russian-speakers the father’s name with a suffix', () => {
    const filipino = people(50, 'filipino', { mothersSurname: surnameCode('SANTOS') });
    expect(new Set(filipino.map((one) => writer.written(one).middleName))).toEqual(new Set(['', 'SANTOS']));
    const russian = people(50, 'russian-ukrainian', {
      sex: 'female',
      fathersGivenName: givenNameCode('SERGEY'),
    });
    expect(new Set(russian.map((one) => writer.written(one).middleName))).toEqual(
      new Set(['', 'SERGEYEVNA']),
    );
  });

  it('reach the return as an initial at the asked rate', () => {
    const bearers = people(6000, 'white', { bornHere: true, sex: 'male' });
    const having = bearers.filter((bearer) => writer.written(bearer).middleName !== '');
    expectProportion(having.length, bearers.length, naming.middleName.bornHere.value);
    const shown = having.filter((bearer) => filedBy(bearer).middleName !== '');
    expectProportion(shown.length, having.length, naming.middleInitialFiled.value);
  });
});

describe('a generational suffix', () => {
  const families = Array.from({ length: 4000 }, (_, family) => {
    const father = person(1_000_000 + 16 * family, 'white', { bornHere: true, sex: 'male', birthYear: 1960 });
    const son = person(1_000_001 + 16 * family, 'white', {
      bornHere: true,
      sex: 'male',
      birthYear: 1990,
      givenName: father.givenName,
      surname: father.surname,
      siblings: 2_000_000 + family,
    });
    return {
      father: writer.written(father, { son }),
      son: writer.written(son, { father }),
    };
  });

  it('of a namesake at home goes with the father’s middle name, at the asked rate', () => {
    const juniors = families.filter(({ son }) => son.suffix !== '');
    expectProportion(juniors.length, families.length, naming.juniorOfNamesake.value);
    for (const { father, son } of juniors) {
      expect(son.middleName).toBe(father.middleName);
      expect(son.givenName.normalize('NFD')[0]).toBe(father.givenName.normalize('NFD')[0]);
      expect([
        ['', 'JR'],
        ['SR', 'JR'],
        ['JR', 'III'],
        ['II', 'III'],
        ['III', 'IV'],
      ]).toContainEqual([father.suffix, son.suffix]);
    }
  });

  it('SR is for fathers of such a son alone', () => {
    for (const { father, son } of families) if (father.suffix === 'SR') expect(son.suffix).toBe('JR');
    for (const one of people(3000, 'white', { bornHere: true, sex: 'male' })) {
      expect(writer.written(one).suffix).not.toBe('SR');
    }
  });

  it('of other men comes at the asked rate, and of women never', () => {
    const men = people(20_000, 'black', { bornHere: true, sex: 'male' });
    const having = men.filter((one) => writer.written(one).suffix !== '');
    expectProportion(having.length, men.length, naming.suffixWithoutFatherAtHome.value);
    for (const one of people(500, 'black', { bornHere: true })) expect(writer.written(one).suffix).toBe('');
  });
});

describe('Russian surnames', () => {
  it('have the feminine form for women born abroad at the asked rate, and never for men', () => {
    const surname = surnameCode('IVANOVA') >= 0 ? surnameCode('IVANOVA') : surnameCode('PETROVA');
    const masculine = names.surname(surname).slice(0, -1);
    for (const one of people(200, 'russian-ukrainian', { sex: 'male', surname })) {
      expect(filedBy(one).surname).toBe(masculine);
    }
    const women = people(6000, 'russian-ukrainian', { surname: surnameCode(masculine) });
    const feminine = women.filter((one) => filedBy(one).surname === `${masculine}A`);
    expectProportion(feminine.length, women.length, naming.feminineSurname.value);
    for (const one of people(200, 'russian-ukrainian', { surname: surnameCode(masculine), bornHere: true })) {
      expect(filedBy(one).surname).toBe(masculine);
    }
  });
});
