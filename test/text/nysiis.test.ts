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
