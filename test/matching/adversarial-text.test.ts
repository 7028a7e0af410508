/**
 * What must be true of every comparator and matcher whatever the text: no throw, a score in [0, 1], full agreement of
 * a value with itself, none of a missing one, and time that grows no faster than the square of the length.
 */

import { describe, expect, it } from 'vitest';
import { comparators } from '../../src/matching/comparators/index.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { personRecord } from './person-record.ts';

const long = (text: string, length = 10_000) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a space': ' ',
  NUL: '\u0000',
  'NUL within a name': 'GAR\u0000CIA',
  'control characters': '\u0001\u0008\u001b[31m\u007f\u0085',
  'line ends': 'GARCIA\r\nLOPEZ\u2028RUIZ',
  'a lone high surrogate': '\ud83d',
  'a lone low surrogate': '\ude00',
  'surrogates the wrong way round': '\ude00\ud83d',
  'a surrogate at the end of a name': 'GARCIA\ud83d',
  'composed accents': 'JOS\u00c9 \u00d1A\u00d1EZ',
  'decomposed accents': 'JOSE\u0301 N\u0303AN\u0303EZ',
  'a mark without a letter': '\u0301',
  'a hundred marks on a letter': `A${'\u0301'.repeat(100)}`,
  Vietnamese: 'Nguy\u1ec5n Th\u1ecb \u0110\u1eb7ng',
  emoji: '\ud83d\ude00\ud83d\udc4d\ud83c\udffd',
  'a family joined by joiners': '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67',
  Arabic: '\u0645\u062d\u0645\u062f \u0639\u0644\u064a',
  'Hebrew with points': '\u05de\u05b9\u05e9\u05b6\u05c1\u05d4',
  'direction marks': '\u202eAICRAG\u202c\u200f',
  Chinese: '\u674e\u5c0f\u9f99',
  'Korean, decomposed': '\u1100\u1161\u11a8',
  Devanagari: '\u0930\u093e\u091c\u0947\u0936',
  'ligatures and full width': '\ufb01\ufb02 \uff27\uff21\uff32\uff23\uff29\uff21',
  'letters that grow in capitals': 'stra\u00dfe \u0149 \u0130\u0131 \u01f0',
  'no letters': "''--..//##",
  'beyond the last character': '\uffff\ufffe\udbff\udfff',
  'one letter, long': long('A'),
  'two letters, long': long('AB'),
  'words, long': long('GARCIA LOPEZ '),
  'different words, long': long(Array.from({ length: 2000 }, (_, i) => `W${i.toString(36)}`).join(' ')),
  'marks, long': long('e\u0301'),
  'emoji, long': long('\ud83d\ude00'),
  'lone surrogates, long': long('\ud800'),
  'particles, long': long('DE LA '),
  'vowels and H, long': long('AHAHEEWH'),
};
const entries = Object.entries(texts);
const isLong = (text: string) => text.length > 1000;

/** Every pair of short texts, and each long one with a name. */
const short = entries.map(([, text]) => text).filter((text) => !isLong(text));
const pairs = [
  ...short.flatMap((a) => short.map((b) => [a, b] as const)),
  ...entries.map(([, text]) => [text, 'GARCIA LOPEZ'] as const),
];

/** Of the long ones these are held against themselves, which takes the longest of all. */
const kept = new Set(['one letter, long', 'different words, long', 'emoji, long']);

describe.each(comparators)('comparator $id', ({ compare }) => {
  it('gives a number from 0 to 1 for any two texts, the same both ways', () => {
    for (const [a, b] of pairs) {
      const score = compare(a, b);
      if (!(score >= 0 && score <= 1)) expect.fail(`${JSON.stringify([a, b])}: ${score}`);
      if (compare(b, a) !== score) expect.fail(`${JSON.stringify([a, b])}: not symmetric`);
    }
  });

  it.each(entries.filter(([name, text]) => !isLong(text) || kept.has(name)))(
    'finds %s the same as itself, and unlike a missing value',
    (_, text) => {
      expect(compare(text, text)).toBe(text === '' ? 0 : 1);
      expect(compare(text, '')).toBe(0);
    },
  );
});

describe.each(matchers)('matcher $id', (matcher) => {
  const withText = (text: string): readonly PersonRecord[] => [
    personRecord({ surname: text }),
    personRecord({ givenName: text, middleName: text }),
    personRecord({ surname: text, givenName: text, suffix: text, dateOfBirth: text, tin: text }),
  ];
  const plain = personRecord();

  it('gives a number from 0 to 1 for records with any text, and explains the same', () => {
    for (const [name, text] of entries) {
      for (const record of withText(text)) {
        for (const [request, taxpayer] of [[record, plain] as const, [plain, record] as const]) {
          const score = matcher.score(request, taxpayer);
          if (!(score >= 0 && score <= 1)) expect.fail(`${name}: ${score}`);
          if (!isLong(text)) expect(matcher.explain(request, taxpayer).score, name).toBe(score);
        }
      }
    }
  });

  it('finds no record more like one with any text than that one itself', () => {
    for (const text of short) {
      for (const record of withText(text)) {
        const itself = matcher.score(record, { ...record });
        for (const other of [plain, ...withText('GARCIA')]) {
          expect(matcher.score(record, other), JSON.stringify(text)).toBeLessThanOrEqual(itself);
        }
      }
    }
  });
});

/**
 * Time by length: the fastest of three at 1,000 and at 2,000 characters. Quadratic work takes four times as long, cubic
 * eight; a bound of twelve, and a floor below which no clock tells anything, leave room for a busy machine.
 */
function growth(work: (length: number) => void): { readonly once: number; readonly twice: number } {
  const fastest = (length: number) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const started = process.cpuUsage();
        work(length);
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1000;
      }),
    );
  return { once: fastest(1000), twice: fastest(2000) };
}
const FLOOR_MILLISECONDS = 5;
const QUADRATIC_WITH_ROOM = 12;

describe('time grows no faster than the square of the length', () => {
  const patterns = ['A', 'AB', 'GARCIA LOPEZ ', 'e\u0301', 'AHAHEEWH', 'DE LA ', '\ud800'];
  const expectQuadratic = ({ once, twice }: { readonly once: number; readonly twice: number }) => {
    expect(twice).toBeLessThan(QUADRATIC_WITH_ROOM * Math.max(once, FLOOR_MILLISECONDS));
  };

  it.each(comparators)('of comparator $id', ({ compare }) => {
    for (const pattern of patterns) {
      expectQuadratic(growth((length) => compare(long(pattern, length), `${long(pattern, length - 1)}X`)));
    }
  });

  it.each(matchers)('of matcher $id', ({ score }) => {
    for (const pattern of ['AB', 'GARCIA LOPEZ ', 'AHAHEEWH']) {
      const record = (length: number, end: string) =>
        personRecord({ surname: long(pattern, length) + end, givenName: long(pattern, length) + end });
      expectQuadratic(growth((length) => score(record(length, ''), record(length, 'X'))));
    }
  });
});
