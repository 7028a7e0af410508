/**
 * Whoever bears a name, as the naming modules need to know them: plain data, in codes. The population makes one of a row
 * of its columns; a batch may use the same object again and again.
 */

export interface Bearer {
  /** Place in `origins`. */
  readonly origin: number;
  readonly bornHere: boolean;
  /** Place in `sexes`. */
  readonly sex: number;
  readonly birthYear: number;
  /** Code of the surname as listed: the father's, or a husband's. */
  readonly surname: number;
  /** Code of the given name as listed. */
  readonly givenName: number;
  /** Their number in the random streams. */
  readonly entity: number;
  /** The number under which brothers and sisters at home draw what they share; their own `entity` for anybody else. */
  readonly siblings: number;
  /** Whether `surname` is her husband's, not the one she was born with. */
  readonly bearsHusbandsSurname: boolean;
  /** Code of the mother's surname at birth where she lives here; -1 where it is to be drawn. */
  readonly mothersSurname: number;
  /** Code of the father's given name where he lives here; -1 where it is to be drawn. */
  readonly fathersGivenName: number;
}
