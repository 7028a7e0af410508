/**
 * The form in which names and streets are compared: upper-case ASCII with single spaces. Both functions are
 * idempotent and accept any string.
 *
 * Convention: compatibility decomposition (Unicode NFKD) without its combining marks; letters that do not
 * decompose become their usual Latin spelling in US records (Đ D, Ø O, Ł L, Æ AE, ß SS, Þ TH); apostrophes
 * and periods vanish (O'BRIEN is OBRIEN, ST. is ST); hyphens and all else separate words (GARCIA-LOPEZ is
 * GARCIA LOPEZ). Letters of other scripts are dropped: transliterate first.
 */

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  Ə: 'E',
  ẞ: 'SS',
};

const UNDECOMPOSED_LETTER = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'gu');
const MARK_APOSTROPHE_OR_PERIOD = /[\p{M}'’‘ʼʻʾʿ`.]/gu;
const NORMAL_NAME = /^[A-Z0-9]+(?: [A-Z0-9]+)*$/;

/** Upper case, without accents, apostrophes and periods. */
function fold(value: string): string {
  return value
    .replace(/´/g, '')
    .normalize('NFKD')
    .replace(MARK_APOSTROPHE_OR_PERIOD, '')
    .toUpperCase()
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter] ?? ' ');
}

/** A personal name in comparable form: A to Z, digits and single spaces; '' when nothing of that remains. */
export function normaliseName(value: string): string {
  if (value === '' || NORMAL_NAME.test(value)) return value;
  return fold(value)
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/**
 * A street line in comparable form. As a name, but numbers keep their shape: a hyphen or slash between digits
 * stays (37-21 80TH ST, 12 1/2 ELM ST) and a number sign holds on to what it numbers (APT # 4B is APT #4B).
 */
export function normaliseStreet(value: string): string {
  if (value === '' || NORMAL_NAME.test(value)) return value;
  return fold(value)
    .replace(/[^A-Z0-9#/-]+/g, ' ')
    .replace(/(?<![0-9])[/-]|[/-](?![0-9])/g, ' ')
    .replace(/#[ #]*/g, ' #')
    .replace(/#(?![A-Z0-9])/g, '')
    .replace(/ +/g, ' ')
    .trim();
}
