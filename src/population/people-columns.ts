/** People as columns of codes, one row a person: what the linkage of a ZIP area reads, and what one person is made from. */

export interface PeopleColumns {
  readonly surname: Int32Array;
  readonly givenName: Int32Array;
  /** Code of the second surname that the return shows; -1 for none. */
  readonly secondSurname: Int32Array;
  /** How the return departs from the names as listed: bits of `nameForms`. */
  readonly nameForm: Uint8Array;
  readonly sex: Uint8Array;
  readonly birthYear: Int16Array;
  /** Counts from the first of the ZIP area. */
  readonly household: Int32Array;
  /** Place in `statuses`. */
  readonly status: Uint8Array;
  /** A value of `relationOf`, or 0. */
  readonly namedAfter: Uint8Array;
  /** 1: born on the day of the person in the row before; else 0. */
  readonly isTwin: Uint8Array;
}

/** Namesakes at home, by given name: one who bears that of the parent of the same sex, and that parent. */
export const relationOf = { namedAfterParent: 1, parentOfNamesake: 2 } as const;

export function peopleColumns(rows: number): PeopleColumns {
  return {
    surname: new Int32Array(rows),
    givenName: new Int32Array(rows),
    secondSurname: new Int32Array(rows).fill(-1),
    nameForm: new Uint8Array(rows),
    sex: new Uint8Array(rows),
    birthYear: new Int16Array(rows),
    household: new Int32Array(rows),
    status: new Uint8Array(rows),
    namedAfter: new Uint8Array(rows),
    isTwin: new Uint8Array(rows),
  };
}
