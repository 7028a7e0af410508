/**
 * IRS: the taxpayer's own return, typed by the taxpayer, a preparer or software, and only when on paper by the agency.
 * Names and numbers are checked against the Social Security file before a return is accepted, so errors are few. None of
 * the rates is published; they are assumptions in proportion to the share of paper.
 */

import type { CorruptionProfile } from '../profile.ts';

const PAPER = 'efile-share';
const SMALL =
  'No rate was found; small, because 0.93 of returns are filed electronically and names are checked against the number.';

export const irs: CorruptionProfile = {
  id: 'irs',
  describe: 'records of the tax agency, typed from returns and checked against the number',
  rates: {
    'middle-dropped': {
      value: 0.3,
      low: 0.1,
      high: 0.6,
      assumption: 'No rate was found; the form asks for an initial.',
    },
    'middle-initial': { value: 0.9, low: 0.7, high: 1, assumption: 'The form asks for an initial.' },
    'name-suffix-dropped': {
      value: 0.2,
      low: 0.05,
      high: 0.5,
      assumption: 'No rate was found; the form has no field for it.',
    },
    nickname: { value: 0.005, low: 0.001, high: 0.02, assumption: SMALL },
    'keyboard-typo': { value: 0.002, low: 0.0005, high: 0.01, evidence: PAPER, assumption: SMALL },
    'letter-inserted': { value: 0.0005, low: 0.0001, high: 0.002, evidence: PAPER, assumption: SMALL },
    'letter-deleted': { value: 0.0005, low: 0.0001, high: 0.002, evidence: PAPER, assumption: SMALL },
    'letter-transposed': { value: 0.0005, low: 0.0001, high: 0.002, evidence: PAPER, assumption: SMALL },
    'ocr-confusion': { value: 0.0005, low: 0, high: 0.002, evidence: PAPER, assumption: SMALL },
    'accents-lost': {
      value: 1,
      low: 1,
      high: 1,
      assumption: 'Accents are not accepted on electronic returns.',
    },
    'house-number-swapped': { value: 0.002, low: 0.0005, high: 0.01, evidence: PAPER, assumption: SMALL },
    'unit-missing': {
      value: 0.03,
      low: 0.01,
      high: 0.1,
      evidence: 'uaa-mail',
      assumption: 'No rate was found; mail to these addresses mostly arrives.',
    },
    'zip-digit-error': { value: 0.001, low: 0.0002, high: 0.005, evidence: PAPER, assumption: SMALL },
  },
};
