import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFiled } from '../../../src/population/naming/as-filed.ts';

const all = { allSurnames: true, allGivenNames: true, middleInitial: true };
const josé = {
  givenName: 'JOSÉ LUIS',
  middleName: '',
  surname: 'NÚÑEZ DE LA CRUZ',
  principalSurname: 'NÚÑEZ',
  suffix: 'JR',
  familyNameFirst: false,
};

it('keeps both surnames and both given names of those who file so', () => {
  expect(asFiled(josé, all)).toEqual({
    givenName: 'JOSE LUIS',
    middleName: '',
    surname: 'NUNEZ DE LA CRUZ',
    suffix: 'JR',
  });
});

it('gives one surname, one given name and the initial of the other of those who file so', () => {
  expect(asFiled(josé, { ...all, allSurnames: false, allGivenNames: false })).toEqual({
    givenName: 'JOSE',
    middleName: 'L',
    surname: 'NUNEZ',
    suffix: 'JR',
  });
});

it('leaves the initial out where it is not given', () => {
  const written = { ...josé, givenName: 'ÉRIC', middleName: 'ÉMILE' };
  expect(asFiled(written, all).middleName).toBe('E');
  expect(asFiled(written, { ...all, middleInitial: false }).middleName).toBe('');
});

it.each([
  ["O'BRIEN", 'OBRIEN'],
  ['ST. JOHN', 'ST JOHN'],
  ['JEAN-BAPTISTE', 'JEAN-BAPTISTE'],
  ['ĐẶNG', 'DANG'],
])('writes %s as %s', (surname, filed) => {
  expect(asFiled({ ...josé, surname }, all).surname).toBe(filed);
});

it('writes nothing but A to Z, digits, single spaces and hyphens, 35 at most, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (surname) => {
      const filed = asFiled({ ...josé, surname }, all).surname;
      expect(filed).toMatch(/^(?:[A-Z0-9]+(?:[ -][A-Z0-9]+)*)?$/);
      expect(filed.length).toBeLessThanOrEqual(35);
      // Filing a filed name changes nothing.
      expect(asFiled({ ...josé, surname: filed }, all).surname).toBe(filed);
    }),
  );
});
