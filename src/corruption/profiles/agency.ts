/**
 * Agency: the records of the requesting agency, made by officers at borders, in courts and jails, often from what
 * somebody said. Little is published: address errors of one population of records, kinds of name error without rates.
 * The rest is assumed, and the ranges say how little is known. Which taxpayer number it holds, and whose, is a matter of
 * the request list (requests.tin of a scenario), so numbers have no rates here.
 */

import type { CorruptionProfile } from '../profile.ts';

const NO_RATE = 'No rate was found';

export const agency: CorruptionProfile = {
  id: 'agency',
  describe: 'records of the requesting agency, made by officers from what people said',
  rates: {
    'fake-name': {
      value: 0.002,
      low: 0.0002,
      high: 0.01,
      evidence: 'ident-multi-identity',
      assumption:
        'Test names and unknown names are reported, without a rate; 0.002 is the share of all fingerprint records in which one person has several identities.',
    },
    'copied-from-household-member': {
      value: 0.003,
      low: 0.0005,
      high: 0.01,
      assumption: `${NO_RATE}; families are processed together.`,
    },
    nickname: {
      value: 0.01,
      low: 0.002,
      high: 0.05,
      evidence: 'dob-swap-nickname-rates',
      assumption: 'Searched for and not found; names are mostly taken from a document: one in a hundred.',
    },
    'married-name': {
      value: 0.1,
      low: 0.02,
      high: 0.4,
      evidence: 'surname-change-marriage',
      assumption: 'Of people who changed their surname, one in ten is recorded under the other one.',
    },
    'transliteration-variant': {
      value: 0.1,
      low: 0.02,
      high: 0.3,
      evidence: 'ident-multi-identity',
      assumption:
        'One person in 17 spellings is reported, without a rate; two files agree on the spelling of nine in ten.',
    },
    'surnames-exchanged': {
      value: 0.01,
      low: 0.002,
      high: 0.03,
      assumption: `${NO_RATE}; rarer than dropping either.`,
    },
    'second-surname-dropped': {
      value: 0.2,
      low: 0.05,
      high: 0.5,
      evidence: ['hispanic-name-arrays', 'linkage-hispanic-nhis'],
      assumption:
        'Two surnames on one side and one on the other cost 0.12 of complete links in one study (0.826 against 0.947); how often an agency keeps one only is not published.',
    },
    'second-surname-alone': {
      value: 0.05,
      low: 0.01,
      high: 0.15,
      evidence: 'hispanic-name-arrays',
      assumption: `${NO_RATE}; rarer than dropping the second.`,
    },
    'surnames-joined': {
      value: 0.05,
      low: 0.01,
      high: 0.15,
      evidence: 'hispanic-name-arrays',
      assumption: `${NO_RATE}; forms with one field for the surname invite it.`,
    },
    'middle-as-given': { value: 0.01, low: 0.002, high: 0.03, assumption: `${NO_RATE}.` },
    'middle-dropped': {
      value: 0.3,
      low: 0.1,
      high: 0.6,
      evidence: 'mpi-field-mismatch',
      assumption:
        'Middle names disagree in 0.58 of known duplicates of patients; half of that is taken to be omission.',
    },
    'middle-initial': {
      value: 0.2,
      low: 0.05,
      high: 0.5,
      evidence: 'mpi-field-mismatch',
      assumption: 'Of the same disagreement, a part for initials.',
    },
    'name-suffix-dropped': {
      value: 0.3,
      low: 0.1,
      high: 0.6,
      assumption: `${NO_RATE}; many forms do not ask.`,
    },
    'day-month-swapped': {
      value: 0.01,
      low: 0.002,
      high: 0.03,
      evidence: ['ident-multi-identity', 'dob-swap-nickname-rates'],
      assumption:
        'Transposed birth dates are reported, without a rate; people from elsewhere write the day first.',
    },
    'birth-year-misreported': {
      value: 0.01,
      low: 0.002,
      high: 0.03,
      evidence: 'ident-multi-identity',
      assumption: 'Different birth dates under one set of fingerprints are reported, without a rate by kind.',
    },
    'date-january-first': {
      value: 0.01,
      low: 0.002,
      high: 0.05,
      evidence: ['placeholder-dob-ohio', 'ident-multi-identity'],
      assumption: `Filler dates are a known cause of false matches; ${NO_RATE.toLowerCase()} for these records.`,
    },
    'phonetic-respelling': {
      value: 0.01,
      low: 0.002,
      high: 0.04,
      evidence: ['ident-multi-identity', 'mpi-field-mismatch'],
      assumption:
        'Misspellings are most of the differences between names of one person; no share of a whole file is published.',
    },
    'keyboard-typo': {
      value: 0.015,
      low: 0.004,
      high: 0.04,
      assumption:
        'No rate for typed names in these files was found: with aggravation, about one record in fifty is assumed.',
    },
    'letter-inserted': {
      value: 0.003,
      low: 0.0005,
      high: 0.01,
      assumption: `${NO_RATE}; rarer than a wrong key.`,
    },
    'letter-deleted': {
      value: 0.005,
      low: 0.001,
      high: 0.02,
      assumption: `${NO_RATE}; rarer than a wrong key.`,
    },
    'letter-substituted': {
      value: 0.003,
      low: 0.0005,
      high: 0.01,
      assumption: `${NO_RATE}; rarer than a wrong key.`,
    },
    'letter-transposed': {
      value: 0.004,
      low: 0.001,
      high: 0.02,
      assumption: `${NO_RATE}; rarer than a wrong key.`,
    },
    'ocr-confusion': {
      value: 0.001,
      low: 0,
      high: 0.005,
      assumption: `${NO_RATE}; few of these records were scanned.`,
    },
    'names-swapped': {
      value: 0.004,
      low: 0.001,
      high: 0.02,
      evidence: 'mpi-field-mismatch',
      assumption: 'A known cause of duplicate records elsewhere, without a published rate for a whole file.',
    },
    'accents-garbled': {
      value: 0.005,
      low: 0,
      high: 0.02,
      assumption: `${NO_RATE}; most systems take no accents.`,
    },
    'accents-lost': {
      value: 0.98,
      low: 0.9,
      high: 1,
      assumption: 'Records of federal agencies are kept in capitals from A to Z.',
    },
    'name-truncated': { value: 0.02, low: 0, high: 0.1, assumption: `${NO_RATE}; of names that are long.` },
    'birth-date-blank': {
      value: 0.002,
      low: 0.0002,
      high: 0.01,
      evidence: 'ident-multi-identity',
      assumption:
        '25,000 birth dates of some hundred million records were missing or implausible; the range allows for other files.',
    },
    'house-number-swapped': { value: 0.005, low: 0.001, high: 0.02, assumption: `${NO_RATE}.` },
    'unit-missing': {
      value: 0.33,
      low: 0.25,
      high: 0.49,
      evidence: ['oig-address-no-unit', 'oig-address-derived'],
      assumption:
        'The published 0.0988 is a share of all records. If 0.30 of addresses have a unit (0.20 to 0.40; 0.26 of dwellings were in buildings of two or more units in the 2000 Census, and recent arrivals rent more often), it is 0.0988 / 0.30 = 0.33 of those that have one.',
    },
    'unit-wrong': { value: 0.01, low: 0.002, high: 0.03, assumption: `${NO_RATE}.` },
    'directional-lost': { value: 0.05, low: 0.01, high: 0.15, assumption: `${NO_RATE}.` },
    'street-suffix-abbreviated': {
      value: 0.1,
      low: 0.02,
      high: 0.3,
      evidence: 'tigta-2026',
      assumption: 'The formatting of the agency is not uniform; how often was not published.',
    },
    'street-suffix-wrong': { value: 0.01, low: 0.002, high: 0.03, assumption: `${NO_RATE}.` },
    'zip-digit-error': { value: 0.005, low: 0.001, high: 0.02, assumption: `${NO_RATE}.` },
    'po-box': { value: 0.005, low: 0.001, high: 0.02, assumption: `${NO_RATE}.` },
    'care-of': {
      value: 0.01,
      low: 0.002,
      high: 0.05,
      evidence: 'oig-address-reuse',
      assumption: 'Addresses of others are often given; care-of lines are one form of it, without a rate.',
    },
    'city-only': {
      value: 0.01,
      low: 0.002,
      high: 0.02,
      evidence: ['oig-address-invalid', 'oig-address-derived'],
      assumption: 'Of the 0.0265 not valid for mail delivery, some 0.010 lack street and ZIP code.',
    },
    'address-placeholder': {
      value: 0.0165,
      low: 0.005,
      high: 0.05,
      evidence: ['bad-address-categories', 'oig-address-invalid', 'oig-address-derived', 'bad-address-share'],
      assumption:
        'What is left of the 0.0265; words such as Failed to Provide before a ZIP code were among the disclosures, of which fewer than 0.05 had a visibly bad address.',
    },
    'address-blank': {
      value: 0.055,
      low: 0.02,
      high: 0.1,
      evidence: ['oig-address-blank', 'oig-address-derived'],
      assumption:
        'Measured on release records of the Border Patrol in 2021 and 2022, not on the request list; the range allows for the difference.',
    },
  },
};
