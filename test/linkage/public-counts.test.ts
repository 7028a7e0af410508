/**
 * The procedure of 2025 against the public counts that its assumptions were chosen for: a sample of the requested people
 * who are in the file, each held against their own return. Strangers are left out: they are a few hundred.
 */

import { describe, expect, it } from 'vitest';
import { fact } from '../../src/evidence/facts.ts';
import { gateList } from '../../src/matching/gate.ts';
import { gates } from '../../src/matching/gates/index.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { places } from '../../src/matching/places/index.ts';
import { population } from '../../src/population/population.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { loadTables } from '../../src/population/tables.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const SAMPLE = 2500;
const scenario = loadScenario('irs-ice-2025');
const people = population(scenario, 1, loadTables());
const requests = requestList(scenario, people);
const { steps } = scenario.matching.procedures[0]!;
const asSent = ({ houseNumber, street, unit, zip }: PersonRecord) =>
  [houseNumber, street, unit, zip].join('|');

const counts = { looked: 0, byNumber: 0, byName: 0, differs: 0, unmoved: 0, unmovedFound: 0 };
for (let j = 0; counts.looked < SAMPLE; j++) {
  if (!requests.isInFile(j)) continue;
  counts.looked++;
  const truth = requests.truth(j);
  const { record } = requests.record(j, truth);
  const filed = people.person(truth.taxpayer).record;
  const step = steps.find(({ when }) => gateList(gates, when).admits(record))!;
  const required = gateList(gates, step.require);
  const scored = (id: string) => matchers.find((matcher) => matcher.id === id)!.score(record, filed);
  const agrees = (id: string) => places.find((place) => place.id === id)!.agrees(record, filed);
  if (truth.addressKind === 'home' && agrees('zip')) {
    counts.unmoved++;
    if (scored('token-set') >= 0.8) counts.unmovedFound++;
  }
  const isMatched =
    step.by === 'tin'
      ? requests.numberOwner(j, truth, record) === truth.taxpayer &&
        required.admits(record) &&
        required.confirms(record, filed)
      : agrees(step.place!) && scored(step.matcher!) === 1;
  if (!isMatched) continue;
  if (step.by === 'tin') counts.byNumber++;
  else counts.byName++;
  if (asSent(record) !== asSent(filed)) counts.differs++;
}
const inFile = scenario.requests.inTaxpayerFile.value * scenario.requests.count.value;
const national = (count: number) => (count / counts.looked) * inFile;

describe('the procedure irs-2025', () => {
  it('discloses about as many by number as the court found', () => {
    expect(Math.abs(national(counts.byNumber) / (fact('tin-matched').value as number) - 1)).toBeLessThan(
      0.12,
    );
  });

  it('discloses about as many by name and address as are left', () => {
    const ratio = national(counts.byName) / (fact('address-matched-derived').value as number);
    // About 130 of the sample: a standard error of a tenth.
    expect(Math.abs(ratio - 1)).toBeLessThan(0.4);
  });

  it('tells about as many addresses that the agency did not have', () => {
    const published = (fact('ice-crosscheck').value as number) / (fact('matched-disclosed').value as number);
    expect(Math.abs(counts.differs / (counts.byNumber + counts.byName) - published)).toBeLessThan(0.06);
  });
});

it('people in the file whose record has the ZIP code of their return are found by a lenient matcher', () => {
  // The others are recorded under a surname that the return does not show, joined surnames, or a false name.
  expect(counts.unmoved).toBeGreaterThan(400);
  expect(counts.unmovedFound / counts.unmoved).toBeGreaterThan(0.87);
});
