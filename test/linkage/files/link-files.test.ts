/** Linking files gives what the matcher and the place scope say of every pair, whatever is spared on the way. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { recordColumns } from '../../../src/files/read-records.ts';
import { blockingLoss } from '../../../src/linkage/files/blocking-loss.ts';
import { blocksIn, blocksOf, sharesOf } from '../../../src/linkage/files/blocks.ts';
import { builtInMatcher, type FileMatcher } from '../../../src/linkage/files/file-matcher.ts';
import { foundLinks } from '../../../src/linkage/files/found-links.ts';
import { linkableFiles, shareLinker } from '../../../src/linkage/files/link-files.ts';
import { readFiles } from '../../../src/linkage/files/read-files.ts';
import type { RecordColumns } from '../../../src/linkage/files/record-columns.ts';
import { type FileScope, fileScopes } from '../../../src/linkage/files/scope.ts';
import { rules } from '../../../src/linkage/rules/index.ts';
import { chooseMatcher } from '../../../src/matching/choose-matcher.ts';
import { matchers } from '../../../src/matching/matchers/index.ts';
import { address } from '../../../src/matching/places/address.ts';
import type { PersonRecord } from '../../../src/population/record.ts';
import { csvLine } from '../../../src/text/csv.ts';
import { personRecord } from '../../matching/person-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'mismatch-link-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cells = (record: PersonRecord) => [
  record.recordId,
  record.givenName,
  record.middleName,
  record.surname,
  record.suffix,
  record.houseNumber,
  record.street,
  record.unit,
  record.city,
  record.state,
  record.zip,
  record.dateOfBirth,
  record.tin,
];

function written(name: string, records: readonly PersonRecord[]) {
  const path = join(folder, name);
  writeFileSync(path, [recordColumns, ...records.map(cells)].map((row) => csvLine(row)).join(''));
  return { path, map: {} };
}

/** Few different values, so that people meet and are alike. */
const person = fc.record({
  givenName: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('MARIA', 'MARIE', 'José', 'JOSE', 'JOSEPH', 'ANA', 'ANNA') },
    fc.constantFrom(
      '',
      'A',
      'ANA MARIA',
      'LOPEZ',
      'JOHN JR',
      'X AE A-12',
      'WOLFESCHLEGELSTEINHAUSENBERGERDORFF',
    ),
  ),
  middleName: fc.constantFrom('', '', 'M', 'ANA', 'María del Pilar', 'LOPEZ', 'JR', '-'),
  surname: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom('GARCIA', 'GARCIA LOPEZ', 'GARZA', 'LOPEZ', 'LOPES', "O'BRIEN", 'OBRIEN'),
    },
    fc.constantFrom(
      '',
      'O',
      'DE LA ROSA',
      'Garcia-López JR',
      'LOPEZ Y GARCIA',
      'MARIA',
      'PAPADIMITRAKOPOULOSKARAMANLIDES III',
    ),
  ),
  houseNumber: fc.constantFrom('1', '01', '12', '12-B', ''),
  street: fc.constantFrom('MAIN ST', 'Main St.', 'OAK AVE', '1 MAIN ST', '12 MAIN ST APT 3', ''),
  unit: fc.constantFrom('', 'APT 3', 'APT 4', '#3'),
  state: fc.constantFrom('IL', 'il', 'NM', ''),
  zip: fc.constantFrom('62701', '87101', ''),
  dateOfBirth: fc.constantFrom('1980-05-17', ''),
  tin: fc.constantFrom('', '900-70-0001', '900700001', '900700002', '111111111'),
});
const people = (prefix: string, size: fc.ArrayConstraints) =>
  fc
    .array(person, size)
    .map((list) =>
      list.map((changes, i) => personRecord({ ...changes, recordId: `${prefix}${(i * 7) % 101}` })),
    );

async function linked(
  matcher: FileMatcher,
  scope: FileScope,
  ruleId: string,
  threshold: number,
  requests: readonly PersonRecord[],
  taxpayers: readonly PersonRecord[],
) {
  const files = await readFiles({
    requests: written('requests.csv', requests),
    taxpayers: written('taxpayers.csv', taxpayers),
    matcher,
    scope,
  });
  // As threads would have it: many small shares, from a copy of all that is sent to them, in another order.
  const link = shareLinker(structuredClone(linkableFiles(files, scope, threshold)), matcher);
  const found = foundLinks(files.requests.size);
  for (const share of sharesOf(files.blocks, 400).toReversed()) {
    const work = link(structuredClone(share));
    let step = work.next();
    while (!step.done) step = work.next();
    found.addAll(structuredClone(step.value));
  }
  const rule = rules.find(({ id }) => id === ruleId)!;
  return Array.from(found.matched(rule, files.taxpayers.ids), ({ request, taxpayer, score }) => [
    files.requests.ids.text(request),
    files.taxpayers.ids.text(taxpayer),
    score,
  ]);
}

const agrees: Readonly<Record<string, (a: PersonRecord, b: PersonRecord) => boolean>> = {
  nation: () => true,
  state: (a, b) => a.state !== '' && a.state.toUpperCase() === b.state.toUpperCase(),
  zip: (a, b) => a.zip !== '' && a.zip === b.zip,
  address: (a, b) => address.agrees(a, b),
};

/** Every pair by itself, in the order of the links. */
function bruteForce(
  matcher: FileMatcher,
  scope: FileScope,
  ruleId: string,
  threshold: number,
  requests: readonly PersonRecord[],
  taxpayers: readonly PersonRecord[],
) {
  return requests.flatMap((request) => {
    const links = taxpayers
      .filter((taxpayer) => agrees[scope.id]!(request, taxpayer))
      .map((taxpayer) => [request.recordId, taxpayer.recordId, matcher.score(request, taxpayer)] as const)
      .filter(([, , score]) => score >= threshold)
      .sort((a, b) => b[2] - a[2] || (a[1] < b[1] ? -1 : 1));
    if (ruleId === 'best') return links.slice(0, 1);
    return ruleId === 'unique' && links.length > 1 ? [] : links;
  });
}

const threshold = fc.constantFrom(0.001, 0.7, 0.85, 0.92, 1);
const rule = fc.constantFrom('all', 'best', 'unique');

describe.each(fileScopes)('in scope $id', (scope) => {
  it.each(matchers)(
    'matcher $id gives the pairs and scores of every pair tried, in order',
    async (builtIn) => {
      const matcher = builtInMatcher(builtIn);
      await fc.assert(
        fc.asyncProperty(
          threshold,
          rule,
          people('R', { maxLength: 30 }),
          people('T', { minLength: 10, maxLength: 40 }),
          async (at, by, requests, taxpayers) => {
            expect(await linked(matcher, scope, by, at, requests, taxpayers)).toEqual(
              bruteForce(matcher, scope, by, at, requests, taxpayers),
            );
          },
        ),
        { numRuns: 10 },
      );
    },
  );

  it('any other matcher is asked for each pair, with the whole records', async () => {
    const matcher: FileMatcher = {
      score: (a, b) => (a.dateOfBirth === b.dateOfBirth ? 0.5 : 0) + (a.surname === b.surname ? 0.5 : 0),
    };
    await fc.assert(
      fc.asyncProperty(
        rule,
        people('R', { maxLength: 12 }),
        people('T', { maxLength: 12 }),
        async (by, requests, taxpayers) => {
          expect(await linked(matcher, scope, by, 0.5, requests, taxpayers)).toEqual(
            bruteForce(matcher, scope, by, 0.5, requests, taxpayers),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('records whose places agree have the same key', () => {
    fc.assert(
      fc.property(people('R', { minLength: 2, maxLength: 2 }), ([a, b]) => {
        if (!agrees[scope.id]!(a!, b!)) return;
        expect(scope.key(a!)).toBe(scope.key(b!));
        expect(scope.key(a!)).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('with date of birth and taxpayer number as evidence', () => {
  const known = fc.record({
    dateOfBirth: fc.constantFrom('1980-05-17', '1980-05-17', '1980-05-18', '1971-12-02', ''),
    tin: fc.constantFrom('900700001', '900700001', '900700010', '666123456', ''),
  });
  const knownPeople = (prefix: string) =>
    fc
      .array(fc.tuple(person, known), { maxLength: 30 })
      .map((list) =>
        list.map(([a, b], i) => personRecord({ ...a, ...b, zip: '62701', recordId: `${prefix}${i}` })),
      );
  const uses = [undefined, 'veto', 'require', 'weigh'] as const;
  const combinations = uses.flatMap((dateOfBirth) => uses.map((tin) => ({ dateOfBirth, tin })));

  it.each(matchers)(
    '$id gives the pairs and scores of every pair tried, in every combination of uses',
    async ({ id }) => {
      for (const { dateOfBirth, tin } of combinations) {
        const uses = { ...(dateOfBirth && { dateOfBirth }), ...(tin && { tin }) };
        const matcher = builtInMatcher(chooseMatcher(id, uses));
        const scope = fileScopes.find((entry) => entry.id === 'zip')!;
        await fc.assert(
          fc.asyncProperty(threshold, knownPeople('R'), knownPeople('T'), async (at, requests, taxpayers) => {
            expect(await linked(matcher, scope, 'all', at, requests, taxpayers)).toEqual(
              bruteForce(matcher, scope, 'all', at, requests, taxpayers),
            );
          }),
          { numRuns: 1 },
        );
      }
    },
  );

  it('asks for the columns that it looks at', async () => {
    const path = join(folder, 'names.csv');
    writeFileSync(path, 'record_id,given_name,surname,zip\nA,ANA,RUIZ,62701\n');
    for (const [matcher, missing] of [
      [chooseMatcher('jaro-winkler', { dateOfBirth: 'veto' }), 'date_of_birth'],
      [chooseMatcher('fellegi-sunter', { tin: 'weigh' }), 'tin'],
      [chooseMatcher('tin-name'), 'tin'],
    ] as const) {
      const source = { path, map: {} };
      const read = readFiles({ requests: source, taxpayers: source, matcher, scope: fileScopes[0]! });
      await expect(read).rejects.toThrow(`no column ${missing}`);
    }
  });
});

it('cuts a linkage into shares that hold every pair once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 60 }),
      fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 200 }),
      (left, right, least) => {
        const columns = (places: readonly number[]) => ({
          size: places.length,
          places: Int32Array.from(places),
        });
        const surnames = Int32Array.from(left, (_, row) => (row * 7) % 11);
        const blocks = blocksOf(columns(left) as RecordColumns, columns(right) as RecordColumns, 6);
        const met = sharesOf(blocks, least).flatMap((share) =>
          Array.from(blocksIn(blocks, share, surnames)).flatMap(({ requests, taxpayers }) =>
            Array.from(requests).flatMap((a) => Array.from(taxpayers, (b) => `${a} ${b}`)),
          ),
        );
        const all = left.flatMap((place, a) =>
          right.flatMap((other, b) => (place >= 0 && place === other ? [`${a} ${b}`] : [])),
        );
        expect(met.toSorted()).toEqual(all.toSorted());
        expect(blocks.pairs).toBe(all.length);
      },
    ),
  );
});

it('tells before a comparison how many pairs meet', async () => {
  const records = (prefix: string, zips: readonly string[]) =>
    zips.map((zip, i) => personRecord({ recordId: `${prefix}${i}`, zip, surname: i % 2 === 0 ? 'A' : 'B' }));
  const files = await readFiles({
    requests: written('r.csv', records('R', ['1', '1', '2', ''])),
    taxpayers: written('t.csv', records('T', ['1', '1', '1', '3', '2', ''])),
    matcher: matchers[0]!,
    scope: fileScopes.find(({ id }) => id === 'zip')!,
  });
  expect(files.blocks).toMatchObject({ count: 2, pairs: 2 * 3 + 1, allPairs: 24 });
});

it('tells which true pairs no matcher can find', async () => {
  const at = (recordId: string, zip: string) => personRecord({ recordId, zip });
  const files = await readFiles({
    requests: written('r.csv', [at('R1', '1'), at('R2', '1'), at('R3', ''), at('R4', '2')]),
    taxpayers: written('t.csv', [at('T1', '1'), at('T2', '9'), at('T3', '1')]),
    matcher: matchers[0]!,
    scope: fileScopes.find(({ id }) => id === 'zip')!,
  });
  const truth = join(folder, 'truth.csv');
  writeFileSync(truth, 'request_id,taxpayer_id\nR1,T1\nR2,T2\nR3,T3\nR4,\nR4,T9\n');
  expect(await blockingLoss(truth, {}, files)).toEqual({ truePairs: 4, inFiles: 3, lost: 2 });
});

it('stops when told to', async () => {
  const files = readFiles({
    requests: written('r.csv', [personRecord()]),
    taxpayers: written('t.csv', [personRecord()]),
    matcher: matchers[0]!,
    scope: fileScopes[0]!,
    signal: AbortSignal.abort(new Error('enough')),
  });
  await expect(files).rejects.toThrow('enough');
});
