/**
 * Surnames with a feminine form, as in Russian and Ukrainian: Ivanov and Ivanova, Malinovskiy and Malinovskaya.
 * Surnames in -in are left alone: in Latin letters they cannot be told from Martin or Levin. Both functions leave a
 * name without the other form as it is, and take upper-case A to Z.
 */

/** The surname of a woman of the family: IVANOV gives IVANOVA. */
export function feminineSurname(surname: string): string {
  if (/[A-Z]{2}(OV|EV)$/.test(surname)) return `${surname}A`;
  return surname.replace(/(?<=[A-Z]{2})SK(IY|II|YI|Y|I)$/, 'SKAYA');
}

/** The surname of a man of the family: IVANOVA gives IVANOV. */
export function masculineSurname(surname: string): string {
  if (/[A-Z]{2}(OV|EV)A$/.test(surname)) return surname.slice(0, -1);
  return surname.replace(/(?<=[A-Z]{2})SKAYA$/, 'SKIY');
}
