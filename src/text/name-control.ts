/**
 * The name control of a taxpayer: the letters of the surname by which the tax agency checks that a name and a number
 * belong together.
 *
 * Reference: IRS instructions for name control, as tax software vendors publish them (CCH support, "IRS instructions
 * for Name Control"; Intuit accountant help, "Internal Revenue Service Name Control"; evidence `irs-name-control`):
 * the first four characters of the last name, of the first of two last names; fewer when it is shorter; blanks,
 * punctuation, titles and suffixes do not count (O'Neil ONEI, De La Rosa DELA, Lo LO).
 * Convention: two surnames are told apart by surnames.ts whether a hyphen or a space parts them. The agency's forms
 * allow a hyphen within the four characters; here it never stands there, so that AL-SAYED and ALSAYED are both ALSA.
 */

import { surnamesOf } from './surnames.ts';

const LONGEST = 4;

/** The name control of a surname, one to four characters; '' for a missing one. */
export function nameControl(surname: string): string {
  return (surnamesOf(surname)[0] ?? '').replaceAll(' ', '').slice(0, LONGEST);
}
