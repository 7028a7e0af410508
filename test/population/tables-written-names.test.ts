import { describe, expect, it } from 'vitest';
import { lettersOf, readWrittenNames, withoutAccents } from '../../src/population/tables/written-names.ts';
import { loadTables } from '../../src/population/tables.ts';
import { normaliseName } from '../../src/text/normalise.ts';

const written = readWrittenNames();
const { surnames, givenNames } = loadTables();

describe('written names', () => {
  it('come back to the listed name without accents and parts, every one', () => {
    const listed = new Set(surnames.names);
    for (const spellings of written.surnames.values()) {
      for (const [name, spelling] of spellings) {
        expect(lettersOf(spelling)).toBe(name);
        expect(listed.has(name), name).toBe(true);
      }
    }
    const words = new Set(givenNames.names.flatMap((name) => name.split(' ')));
    for (const spellings of written.givenNames.values()) {
      for (const [word, spelling] of spellings) {
        expect(normaliseName(spelling)).toBe(word);
        expect(words.has(word), word).toBe(true);
      }
    }
    for (const [name, parts] of written.parted) {
      expect(lettersOf(parts)).toBe(name);
      expect(parts).toMatch(/^[A-Z]+(?:[ .'-]+[A-Z]+)+$/);
      expect(listed.has(name), name).toBe(true);
    }
  });

  it('differ from the listed name', () => {
    for (const map of [...written.surnames.values(), ...written.givenNames.values()]) {
      for (const [name, spelling] of map) expect(spelling).not.toBe(name);
    }
  });

  it.each([
    ['spanish', 'MUNOZ', 'MUÑOZ'],
    ['spanish', 'DELEON', 'DE LEÓN'],
    ['vietnamese', 'DANG', 'ĐẶNG'],
    ['portuguese', 'DASILVA', 'DA SILVA'],
  ])('%s %s is %s', (tradition, name, spelling) => {
    expect(written.surnames.get(tradition)?.get(name)).toBe(spelling);
  });

  it('know the parts of a surname, accents apart', () => {
    expect(written.parted.get('DELEON')).toBe('DE LEON');
    expect(written.parted.get('OBRIEN')).toBe("O'BRIEN");
    expect(written.parted.get('STJOHN')).toBe('ST. JOHN');
    expect(withoutAccents('DE LA PEÑA')).toBe('DE LA PENA');
    expect(withoutAccents("ST. ÉTIENNE-D'OR")).toBe("ST. ETIENNE-D'OR");
  });
});
