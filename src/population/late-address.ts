/**
 * A record whose address is made when somebody reads it. To say which street of a ZIP area is meant, those before it must
 * be drawn too, tens of microseconds; whoever finds a taxpayer by number compares names, and seldom looks where they live.
 */

import type { PersonRecord } from './record.ts';

/** The same record with the address that `addressOf` makes, once, when one of its fields is read first. */
export function lateAddress(
  record: PersonRecord,
  addressOf: () => Pick<PersonRecord, 'houseNumber' | 'street' | 'unit'>,
): PersonRecord {
  let made: ReturnType<typeof addressOf> | undefined;
  const address = () => {
    made ??= addressOf();
    return made;
  };
  return {
    ...record,
    get houseNumber() {
      return address().houseNumber;
    },
    get street() {
      return address().street;
    },
    get unit() {
      return address().unit;
    },
  };
}
