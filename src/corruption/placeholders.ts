/**
 * What stands in a record where nothing is known. Facts: `bad-address-categories` (a ZIP code with the words Failed to
 * Provide or Unknown Address), `ident-multi-identity` (test names in fingerprint records); FNU and LNU, first and last
 * name unknown, are the usual filler of immigration records. The other wordings are common knowledge of such files.
 */

/** Words in the street line instead of an address. */
export const addressPlaceholders: readonly string[] = [
  'FAILED TO PROVIDE',
  'UNKNOWN ADDRESS',
  'UNKNOWN',
  'ADDRESS UNKNOWN',
  'NO ADDRESS',
  'NO ADDRESS PROVIDED',
  'REFUSED',
  'HOMELESS',
  'TRANSIENT',
  'GENERAL DELIVERY',
  'NONE',
  'N/A',
];

/** A given name and a surname that nobody bears; empty where the true one stays. */
export const namePlaceholders: readonly { readonly givenName: string; readonly surname: string }[] = [
  { givenName: 'FNU', surname: '' },
  { givenName: '', surname: 'LNU' },
  { givenName: 'UNKNOWN', surname: '' },
  { givenName: '', surname: 'UNKNOWN' },
  { givenName: 'UNKNOWN', surname: 'UNKNOWN' },
  { givenName: 'JOHN', surname: 'DOE' },
  { givenName: 'JANE', surname: 'DOE' },
  { givenName: 'TEST', surname: 'TEST' },
  { givenName: 'NO', surname: 'NAME' },
];
