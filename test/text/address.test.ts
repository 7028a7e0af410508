import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressParts, parseStreetLine, sameBuilding, sameHome } from '../../src/text/address.ts';
import { parseUnit, unitsAgree } from '../../src/text/address-unit.ts';
import { normaliseStreet } from '../../src/text/normalise.ts';
import { directionals, ordinal, ordinalWords, streetSuffixes } from '../../src/text/street-words.ts';

/** A line as `number|predirectional|name|suffix|postdirectional`. */
const read = (line: string) => {
  const { number, predirectional, name, suffix, postdirectional } = parseStreetLine(line);
  return [number, predirectional, name, suffix, postdirectional].join('|');
};

describe('parseStreetLine', () => {
  it.each([
    ['120 North Main Street', '120|N|MAIN|ST|'],
    ['120 N. MAIN ST., Apt. 4', '120|N|MAIN|ST|'],
    ['1005 N Gravenstein Hwy Apt 3B', '1005|N|GRAVENSTEIN|HWY|'],
    ['37-21 80th St', '37-21||80TH|ST|'],
    ['12 1/2 Elm St', '12 1/2||ELM|ST|'],
    ['120B Elm St', '120B||ELM|ST|'],
    ['450 First Avenue', '450||1ST|AVE|'],
    ['450 1st Ave', '450||1ST|AVE|'],
    ['450 Forty Second St', '450||42ND|ST|'],
    ['450 5 Ave', '450||5TH|AVE|'],
    ['100 Main St NW', '100||MAIN|ST|NW'],
    ['100 Main Street North West', '100||MAIN STREET NORTH WEST||'],
    ['100 North East 5th Street', '100|NE|5TH|ST|'],
    ['10 North Avenue', '10||NORTH|AVE|'],
    ['10 N Street', '10||N|ST|'],
    ['10 Avenue A', '10||AVE A||'],
    ['10 West End Ave', '10|W|END|AVE|'],
    ['10 Saint James Place', '10||ST JAMES|PL|'],
    ['10 Mount Vernon Dr', '10||MT VERNON|DR|'],
    ['2200 Highway 50', '2200||HWY 50||'],
    ['2200 County Road 12', '2200||COUNTY RD 12||'],
    ['2200 State Route 9', '2200||STATE RTE 9||'],
    ['7 Park Place Dr', '7||PARK PLACE|DR|'],
    ['1 Broadway', '1||BROADWAY||'],
    ['Peña Dr', '||PENA|DR|'],
    ['', '||||'],
  ])('%s', (line, parts) => {
    expect(read(line)).toBe(parts);
  });

  it.each([
    ['120 Main St Apt 4B', '4B'],
    ['120 Main St #4B', '4B'],
    ['120 Main St Unit 4-B', '4B'],
    ['120 Main St Apartment 04B', '4B'],
    ['120 Main St 4B', '4B'],
    ['120 Main St NW Suite 200', '200'],
    ['120 Main St', undefined],
    ['120 Unit St', undefined],
    ['120 Front St', undefined],
    ['2200 Highway 50', undefined],
  ])('%s: door %s', (line, door) => {
    expect(parseStreetLine(line).unit['DOOR']).toBe(door);
  });

  it.each([
    ['PO Box 12', 'po-box', '12', 'PO BOX'],
    ['P.O. Box 12', 'po-box', '12', 'PO BOX'],
    ['Post Office Box #12', 'po-box', '12', 'PO BOX'],
    ['Box 12', 'po-box', '12', 'PO BOX'],
    ['RR 2 Box 18', 'rural-route', '18', '2'],
    ['Rural Route 2, Box 18', 'rural-route', '18', '2'],
    ['HC 72 Box 293A', 'highway-contract', '293A', '72'],
    ['Star Route 1 Box 5', 'highway-contract', '5', '1'],
    ['General Delivery', 'general-delivery', '', ''],
    ['12 Box Elder Rd', 'street', '12', 'BOX ELDER'],
  ])('%s', (line, kind, number, name) => {
    const parts = parseStreetLine(line);
    expect([parts.kind, parts.number, parts.name]).toEqual([kind, number, name]);
  });

  it('keeps the urbanization of Puerto Rico apart', () => {
    const parts = parseStreetLine('URB Las Gladiolas 150 Calle A');
    expect([parts.urbanization, parts.number, parts.name]).toEqual(['LAS GLADIOLAS', '150', 'CALLE A']);
    expect(sameHome(parts, parseStreetLine('Urb. Royal Oak 150 Calle A'))).toBe(false);
    const apart = { houseNumber: '150', street: 'URB LAS GLADIOLAS CALLE A', unit: '' };
    expect(addressParts(apart)).toEqual(parts);
    expect(parseStreetLine('URB LAS GLADIOLAS').name).toBe('URB LAS GLADIOLAS');
  });

  it('takes any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '12',
            'N',
            'ST',
            'AVE',
            'APT',
            '#',
            'BOX',
            'RR',
            'URB',
            'FL',
            '2ND',
            'PO',
            'MAIN',
            '1/2',
          ),
          {
            maxLength: 8,
          },
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [parseStreetLine(a), parseStreetLine(b)];
        expect(sameHome(x, y)).toBe(sameHome(y, x));
        expect(sameHome(x, x)).toBe(x.number !== '' && x.name !== '');
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});

describe('addressParts', () => {
  it('looks in the street for a house number or unit that its own field lacks', () => {
    const apart = addressParts({ houseNumber: '120', street: 'N MAIN ST', unit: 'APT 4' });
    expect(addressParts({ houseNumber: '', street: '120 North Main St #4', unit: '' })).toEqual(apart);
    expect(addressParts({ houseNumber: '120', street: '120 N Main St', unit: '4' })).toEqual(apart);
  });
});

describe('unitsAgree', () => {
  it.each([
    [true, 'APT 4', 'UNIT 4'],
    [true, 'APT 4', '# 4'],
    [true, 'APT 4', '4'],
    [true, 'APT 04', 'APT. 4'],
    [true, '4-B', '4 B'],
    [false, '14A', '14C'],
    [false, 'APT 4', 'APT 44'],
    [true, 'BLDG 2 APT 14', 'BLDG 2 APT 14'],
    [false, 'BLDG 2 APT 14', 'BLDG 3 APT 14'],
    [true, 'BLDG 2 APT 14', 'APT 14'],
    [true, '1ST FLOOR', 'FL 1'],
    [false, '1ST FLOOR', '2ND FL'],
    [true, 'REAR', 'APT 4'],
    [true, 'BASEMENT', 'BSMT'],
    [true, '', 'APT 4'],
    [true, '', ''],
  ])('%s: %s and %s', (agreed, a, b) => {
    const [x, y] = [parseUnit(normaliseStreet(a)), parseUnit(normaliseStreet(b))];
    expect(unitsAgree(x, y)).toBe(agreed);
    expect(unitsAgree(y, x)).toBe(agreed);
  });
});

describe('the tables', () => {
  it('have the suffixes of Publication 28, appendix C1, each spelling once', () => {
    expect(new Set(streetSuffixes.values()).size).toBeGreaterThan(195);
    for (const standard of new Set(streetSuffixes.values()))
      expect(streetSuffixes.get(standard)).toBe(standard);
    const known = {
      AVENUE: 'AVE',
      BOULEVARD: 'BLVD',
      PARKWAY: 'PKWY',
      CROSSING: 'XING',
      HTS: 'HTS',
      TRAILS: 'TRL',
    };
    for (const [word, standard] of Object.entries(known)) expect(streetSuffixes.get(word)).toBe(standard);
    expect(new Set(directionals.values()).size).toBe(8);
  });

  it('write ordinals as they are spoken', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 43, 100, 101, 111].map(ordinal).join(' ')).toBe(
      '1ST 2ND 3RD 4TH 11TH 12TH 13TH 21ST 22ND 43RD 100TH 101ST 111TH',
    );
    expect(ordinalWords.get('TWENTIETH')).toBe('20TH');
    expect(ordinalWords.get('NINETY NINTH')).toBe('99TH');
    expect(new Set(ordinalWords.values()).size).toBe(100);
  });
});

it('a street is not another of its name', () => {
  const home = parseStreetLine('120 N Main St');
  for (const other of [
    '120 Main St',
    '120 S Main St',
    '120 N Main Ave',
    '120 Main St N',
    '122 N Main St',
    'N Main St',
  ]) {
    expect(sameBuilding(home, parseStreetLine(other)), other).toBe(false);
  }
});
