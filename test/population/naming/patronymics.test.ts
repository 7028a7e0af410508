import { expect, it } from 'vitest';
import { feminineSurname, masculineSurname } from '../../../src/population/naming/gendered-surnames.ts';
import { patronymic } from '../../../src/population/naming/patronymics.ts';

it.each([
  ['IVAN', 'IVANOVICH', 'IVANOVNA'],
  ['VLADIMIR', 'VLADIMIROVICH', 'VLADIMIROVNA'],
  ['SERGEY', 'SERGEYEVICH', 'SERGEYEVNA'],
  ['NIKOLAI', 'NIKOLAYEVICH', 'NIKOLAYEVNA'],
  ['YURIY', 'YURIYEVICH', 'YURIYEVNA'],
  ['DMITRY', 'DMITRIYEVICH', 'DMITRIYEVNA'],
  ['VITALII', 'VITALIYEVICH', 'VITALIYEVNA'],
  ['ILYA', 'ILYICH', 'ILYICHNA'],
  ['NIKITA', 'NIKITICH', 'NIKITICHNA'],
  ['PAVEL', 'PAVLOVICH', 'PAVLOVNA'],
  ['LEV', 'LVOVICH', 'LVOVNA'],
  ['IGOR', 'IGOREVICH', 'IGOREVNA'],
  ['PETRO', 'PETROVICH', 'PETROVNA'],
  ['MYKOLA', 'MYKOLICH', 'MYKOLICHNA'],
])('the children of %s are %s and %s', (father, son, daughter) => {
  expect(patronymic(father, false)).toBe(son);
  expect(patronymic(father, true)).toBe(daughter);
});

it.each([
  ['IVANOV', 'IVANOVA'],
  ['MEDVEDEV', 'MEDVEDEVA'],
  ['MALINOVSKIY', 'MALINOVSKAYA'],
])('%s and %s are one surname', (masculine, feminine) => {
  expect(feminineSurname(masculine)).toBe(feminine);
  expect(masculineSurname(feminine)).toBe(masculine);
  expect(feminineSurname(feminine)).toBe(feminine);
  expect(masculineSurname(masculine)).toBe(masculine);
});

it.each(['SHEVCHENKO', 'MARTIN', 'LEVIN', 'KOVALCHUK', 'OVA', 'PETROSYAN'])('%s has one form', (surname) => {
  expect(feminineSurname(surname)).toBe(surname);
  expect(masculineSurname(surname)).toBe(surname);
});
