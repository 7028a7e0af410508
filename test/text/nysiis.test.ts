import { describe, expect, it } from 'vitest';
import { nysiisKeys, nysiisSimilarity } from '../../src/text/nysiis.ts';

describe('nysiisKeys', () => {
  // The test names of dropby.com with the whole codes of Apache Commons Codec (NysiisTest, testDropBy) for them.
  it.each([
    ['MACINTOSH', 'MCANT'],
    ['KNUTH', 'NAT'],
    ['KOEHN', 'CAN'],
    ['PHILLIPSON', 'FALAPSAN'],
    ['PFEISTER', 'FASTAR'],
    ['SCHOENHOEFT', 'SANAFT'],
    ['MCKEE', 'MCY'],
    ['MACKIE', 'MCY'],
    ['HEITSCHMIDT', 'HATSNAD'],
    ['BART', 'BAD'],
    ['HURD', 'HAD'],
    ['HUNT', 'HAD'],
    ['WESTERLUND', 'WASTARLAD'],
    ['CASSTEVENS', 'CASTAFAN'],
    ['VASQUEZ', 'VASG'],
    ['FRAZIER', 'FRASAR'],
    ['BOWMAN', 'BANAN'],
    ['MCKNIGHT', 'MCNAGT'],
    ['RICKERT', 'RACAD'],
    ['DEUTSCH', 'DAT'],
    ['WESTPHAL', 'WASTFAL'],
    ['SHRIVER', 'SRAVAR'],
    ['KUHL', 'CAL'],
    ['RAWSON', 'RASAN'],
    ['JILES', 'JAL'],
    ['CARRAWAY', 'CARY'],
    ['YAMADA', 'YANAD'],
  ])('%s is %s', (name, code) => {
    expect(nysiisKeys(name)).toEqual([code]);
  });

  // The same test class, and the test data of jellyfish, whose codes agree here.
  it.each([
    [['Brian', 'Brown', 'Brun'], 'BRAN'],
    [['Capp', 'Cope', 'Copp', 'Kipp'], 'CAP'],
    [['Dane', 'Dean', 'Dionne'], 'DAN'],
    [["O'Daniel", "O'Donnel"], 'ODANAL'],
    [['Cory', 'Corey', 'Kory'], 'CARY'],
    [['Catherine', 'Katherine', 'Katerina'], 'CATARAN'],
    [['Johnathan', 'Jonathan'], 'JANATAN'],
    [['Teresa', 'Theresa'], 'TARAS'],
    [['Sarah'], 'SAR'],
    [['MacArthur'], 'MCARTAR'],
    [['martincevic'], 'MARTANCAFAC'],
    [['Knaqze'], 'NAGS'],
  ])('%j are %s', (names, code) => {
    for (const name of names) expect(nysiisKeys(name), name).toEqual([code]);
  });

  // By the published rules, letter by letter. In each, talisman departs from them.
  it.each([
    // O is A; H before a consonant is the A before it, not added again; N S, O as A, N.
    ['JOHNSON', 'JANSAN'],
    // I is A, and the last A is the one before it; then a last A goes.
    ['GARCIA', 'GARC'],
    // H behind a consonant is that T, not added again; M is N; a last S goes, no A is left at the end.
    ['THOMAS', 'TAN'],
    // U is A, as the first letter is.
    ['AUSTIN', 'ASTAN'],
    // W behind a vowel is that O, as the first letter is.
    ['OWENS', 'OAN'],
    ['CHEN', 'CAN'],
    // SCH is SSS; D and T at the end are D; M is N.
    ['SCHMIDT', 'SNAD'],
    // KN at the beginning is NN; G and H: H behind a consonant is G again.
    ['KNIGHT', 'NAGT'],
    // Z is S, a last S goes, and then a last A.
    ['RUIZ', 'R'],
  ])('%s is %s by the published rules', (name, code) => {
    expect(nysiisKeys(name)).toEqual([code]);
  });

  it('gives none where there are no letters, and keeps a lone first letter', () => {
    for (const value of ['', '12', ' ', '\ud800', '李']) expect(nysiisKeys(value)).toEqual([]);
    for (const letter of 'TSPMEA') expect(nysiisKeys(letter)).toEqual([letter]);
    expect(nysiisKeys('K')).toEqual(['C']);
  });
});

it('nysiisSimilarity grades the same value 1 and the same code 0.9', () => {
  expect(nysiisSimilarity('JOHN', 'JOHN')).toBe(1);
  expect(nysiisSimilarity('JOHN', 'JAN')).toBe(0.9);
  expect(nysiisSimilarity('JOHN', 'JACK')).toBe(0);
});
