/** Unit wrong: one digit of the apartment number replaced by another, which is another home. */

import { below } from '../../random/stream.ts';
import { digitReplaced } from '../../text/digit-errors.ts';
import type { Corruption } from '../corruption.ts';

const DIGIT = /\d/g;

export const unitWrong: Corruption = {
  id: 'unit-wrong',
  label: 'unit wrong',
  describe: 'one digit of the apartment or unit number wrong',
  fields: ['unit'],
  careless: true,
  canAct: ({ unit }) => unit.search(DIGIT) >= 0,
  apply(record, _, words) {
    const places = Array.from(record.unit.matchAll(DIGIT), ({ index }) => index);
    const place = places[below(words[0]!, places.length)]!;
    return { ...record, unit: digitReplaced(record.unit, place, words[1]!) };
  },
};
