/**
 * The corruptions, in the order in which they act on a record: a later one acts on what the earlier left. The order
 * follows the record's way: what was told, how it was understood, typed and stored. A careless error leaves every later
 * careless error something to act on; else the records left to that one would be the careful ones, and its rate too low.
 */

import type { Corruption } from '../corruption.ts';
import { accentsGarbled } from './accents-garbled.ts';
import { accentsLost } from './accents-lost.ts';
import { addressBlank } from './address-blank.ts';
import { addressPlaceholder } from './address-placeholder.ts';
import { birthDateBlank } from './birth-date-blank.ts';
import { birthYearMisreported } from './birth-year-misreported.ts';
import { careOf } from './care-of.ts';
import { cityOnly } from './city-only.ts';
import { copiedFromHouseholdMember } from './copied-from-household-member.ts';
import { dateJanuaryFirst } from './date-january-first.ts';
import { dayMonthSwapped } from './day-month-swapped.ts';
import { directionalLost } from './directional-lost.ts';
import { fakeName } from './fake-name.ts';
import { formerAddress } from './former-address.ts';
import { houseNumberSwapped } from './house-number-swapped.ts';
import { keyboardTypo } from './keyboard-typo.ts';
import { letterDeleted } from './letter-deleted.ts';
import { letterInserted } from './letter-inserted.ts';
import { letterSubstituted } from './letter-substituted.ts';
import { letterTransposed } from './letter-transposed.ts';
import { marriedName } from './married-name.ts';
import { middleAsGiven } from './middle-as-given.ts';
import { middleDropped } from './middle-dropped.ts';
import { middleInitial } from './middle-initial.ts';
import { nameSuffixDropped } from './name-suffix-dropped.ts';
import { nameTruncated } from './name-truncated.ts';
import { namesSwapped } from './names-swapped.ts';
import { nickname } from './nickname.ts';
import { ocrConfusion } from './ocr-confusion.ts';
import { phoneticRespelling } from './phonetic-respelling.ts';
import { poBox } from './po-box.ts';
import { secondSurnameAlone } from './second-surname-alone.ts';
import { secondSurnameDropped } from './second-surname-dropped.ts';
import { streetSuffixAbbreviated } from './street-suffix-abbreviated.ts';
import { streetSuffixWrong } from './street-suffix-wrong.ts';
import { surnamesExchanged } from './surnames-exchanged.ts';
import { surnamesJoined } from './surnames-joined.ts';
import { tinBorrowed } from './tin-borrowed.ts';
import { tinDigitError } from './tin-digit-error.ts';
import { transliterationVariant } from './transliteration-variant.ts';
import { unitMissing } from './unit-missing.ts';
import { unitWrong } from './unit-wrong.ts';
import { zipDigitError } from './zip-digit-error.ts';

export const corruptions: readonly Corruption[] = [
  // What was told: another dwelling, number or name than the one in the file.
  formerAddress,
  tinBorrowed,
  fakeName,
  copiedFromHouseholdMember,
  nickname,
  marriedName,
  transliterationVariant,
  // How the name was understood and divided.
  surnamesExchanged,
  secondSurnameDropped,
  secondSurnameAlone,
  surnamesJoined,
  middleAsGiven,
  middleDropped,
  middleInitial,
  nameSuffixDropped,
  // Dates.
  dayMonthSwapped,
  birthYearMisreported,
  dateJanuaryFirst,
  // How names were heard, typed and scanned.
  phoneticRespelling,
  keyboardTypo,
  letterInserted,
  letterDeleted,
  letterSubstituted,
  letterTransposed,
  ocrConfusion,
  // How numbers and addresses were typed.
  tinDigitError,
  houseNumberSwapped,
  unitWrong,
  unitMissing,
  directionalLost,
  streetSuffixAbbreviated,
  streetSuffixWrong,
  zipDigitError,
  // What the form and the system did to the fields.
  namesSwapped,
  accentsGarbled,
  accentsLost,
  nameTruncated,
  birthDateBlank,
  // What was given in place of the dwelling.
  poBox,
  careOf,
  cityOnly,
  addressPlaceholder,
  addressBlank,
];
