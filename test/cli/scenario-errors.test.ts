/** Bad input: each mistake is one line with its place, what is allowed and what was found; all are told at once. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { register as registerEvidence } from '../../src/cli/commands/evidence.ts';
import { InputError } from '../../src/scenario/input-error.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { keysAt } from '../../src/scenario/schema-walk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-errors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The lines of the error that loading a scenario throws, the temporary folder left out. */
function problemsOf(reference: string): readonly string[] {
  try {
    loadScenario(reference);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((line) => line.replaceAll(`${folder}/`, ''));
    throw error;
  }
  return [];
}

/** The keys of `sampling`, as a message lists them. */
const samplingKeys = keysAt(['sampling']).join(', ');
/** The built-in scenarios, as a message lists them. */
const builtIn = readdirSync(new URL('../../scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .toSorted()
  .join(', ');

/** A child of the base scenario: line 1 extends it, `lines` follow from line 2. */
const child = (...lines: readonly string[]) => ['extends: irs-ice-2025', ...lines, ''].join('\n');

describe('a scenario that cannot be found or read', () => {
  it('unknown id', () => {
    expect(problemsOf('irs-ice-2052')).toEqual([
      `unknown scenario; allowed: ${builtIn}, or the path of a YAML file; found: "irs-ice-2052"; did you mean irs-ice-2025?`,
    ]);
    expect(problemsOf('')).toEqual([
      `unknown scenario; allowed: ${builtIn}, or the path of a YAML file; found: ""`,
    ]);
  });

  it('missing file', () => {
    expect(problemsOf(join(folder, 'none.yaml'))).toEqual([
      'none.yaml: cannot be read; allowed: a YAML file in UTF-8, at most 1 MB; found: no such file',
    ]);
  });

  it('a directory', () => {
    mkdirSync(join(folder, 'directory'));
    expect(problemsOf(join(folder, 'directory'))).toEqual([
      'directory: not a file; allowed: a YAML file in UTF-8, at most 1 MB; found: a directory',
    ]);
  });

  it.each([
    ['zero.yaml', new Uint8Array([105, 100, 58, 0, 1])],
    ['latin1.yaml', new Uint8Array([105, 100, 58, 32, 233, 10])],
    ['zstd.yaml', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x04])],
  ])('a binary file: %s', (name, bytes) => {
    expect(problemsOf(write(name, bytes))).toEqual([
      `${name}: not a text file; allowed: a YAML file in UTF-8, at most 1 MB; found: binary data`,
    ]);
  });

  it('a file far too large', () => {
    expect(problemsOf(write('large.yaml', 'x'.repeat(1_000_001)))).toEqual([
      'large.yaml: too large for a scenario; allowed: a YAML file in UTF-8, at most 1 MB; found: 1000001 bytes',
    ]);
  });

  it.each([
    ['empty.yaml', ''],
    ['blank.yaml', '\n\n'],
    ['comment.yaml', '# nothing here\n'],
  ])('an empty file: %s', (name, text) => {
    expect(problemsOf(write(name, text))).toEqual([
      `${name}:1:1: the scenario is empty; allowed: a map of keys; found: nothing`,
    ]);
  });

  it.each([
    ['list.yaml', '- a\n', 'a list'],
    ['word.yaml', 'hello\n', '"hello"'],
  ])('not a map: %s', (name, text, seen) => {
    expect(problemsOf(write(name, text))).toEqual([
      `${name}:1:1: the scenario is not a map; allowed: a map of keys; found: ${seen}`,
    ]);
  });

  it.each([
    ['flow.yaml', '['.repeat(20_000)],
    ['block.yaml', `${'- '.repeat(2_000)}x`],
  ])('nested beyond reason: %s', (name, text) => {
    expect(problemsOf(write(name, text))).toEqual([
      `${name}:1:1: nested too deeply; allowed: 50 levels; found: more`,
    ]);
  });
});

describe('YAML mistakes', () => {
  it('syntax', () => {
    const [line] = problemsOf(write('syntax.yaml', 'id: a\ntitle: [1, 2\nquestion: b\n'));
    expect(line).toMatch(/^syntax\.yaml:3:1: not valid YAML; allowed: YAML 1\.2; found: .+ \(BAD_INDENT\)$/);
  });

  it('a duplicate key, beside other mistakes', () => {
    const lines = ['sampling:', '  zipShare: 0.1', '  zipShare: 0.2', '  quickZipShare: 2'];
    expect(problemsOf(write('duplicate.yaml', child(...lines)))).toEqual([
      'duplicate.yaml:4:3: duplicate key "zipShare"; allowed: each key once; found: first at line 3',
      'duplicate.yaml:5:18: sampling.quickZipShare is out of range; allowed: a number above 0 to 1; found: 2',
    ]);
  });

  it('an alias', () => {
    const [line] = problemsOf(write('alias.yaml', child('sampling: &s', '  zipShare: *s')));
    expect(line).toMatch(/^alias\.yaml:3:13: an alias cannot be used; /);
  });
});

describe('values that the schema refuses', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'unknown key at the root',
      ['matchng: {}'],
      [
        '2:1: unknown key; allowed: id, title, question, population, requests, corruption, context, matching, sampling, reporting; found: "matchng"; did you mean matching?',
      ],
    ],
    [
      'unknown key inside',
      ['sampling:', '  zipshare: 0.1'],
      ['3:3: unknown key in sampling; allowed: SAMPLING; found: "zipshare"; did you mean zipShare?'],
    ],
    [
      'wrong type',
      ['requests:', '  count:', '    mode: 1,280,000', '    assumption: a'],
      ['4:11: requests.count.mode is not a number; allowed: a whole number from 1; found: "1,280,000"'],
    ],
    [
      'half a person',
      ['requests:', '  count: { mode: 1.5, assumption: a }'],
      ['3:18: requests.count.mode is not a whole number; allowed: a whole number from 1; found: 1.5'],
    ],
    [
      'a number where a quantity belongs',
      ['requests:', '  inTaxpayerFile: 0.5'],
      [
        '3:19: requests.inTaxpayerFile is not a map; allowed: a map with the keys mode, low, high, distribution, evidence, assumption; found: 0.5',
      ],
    ],
    [
      'share above 1',
      ['requests:', '  inTaxpayerFile: { mode: 1.5, assumption: a }'],
      ['3:27: requests.inTaxpayerFile.mode is out of range; allowed: a number from 0 to 1; found: 1.5'],
    ],
    [
      'share below 0',
      ['requests:', '  inTaxpayerFile: { mode: 0.5, low: -0.1, assumption: a }'],
      ['3:37: requests.inTaxpayerFile.low is out of range; allowed: a number from 0 to 1; found: -0.1'],
    ],
    [
      'share that is not a number',
      ['requests:', '  inTaxpayerFile: { mode: .nan, assumption: a }'],
      ['3:27: requests.inTaxpayerFile.mode is not a number; allowed: a number from 0 to 1; found: NaN'],
    ],
    [
      'threshold above 1',
      ['matching:', '  thresholds: { from: 0.7, to: 1.2, step: 0.05 }'],
      ['3:32: matching.thresholds.to is out of range; allowed: a number from 0 to 1; found: 1.2'],
    ],
    [
      'headline threshold below 0',
      ['reporting:', '  headline: { threshold: -1 }'],
      ['3:26: reporting.headline.threshold is out of range; allowed: a number from 0 to 1; found: -1'],
    ],
    [
      'thresholds the wrong way round',
      ['matching:', '  thresholds: { from: 0.95, to: 0.9, step: 0.01 }'],
      [
        '3:23: matching.thresholds.from is above the end of the grid; allowed: from <= to; found: from 0.95, to 0.9',
      ],
    ],
    [
      'too many thresholds',
      ['matching:', '  thresholds: { from: 0.7, to: 1, step: 0.000001 }'],
      [
        '3:41: matching.thresholds.step makes too many thresholds; allowed: at most 31; found: 300001 thresholds',
      ],
    ],
    [
      'headline beside the grid',
      ['matching:', '  thresholds: { from: 0.9, to: 1, step: 0.05 }'],
      [
        'scenarios/irs-ice-2025.yaml:LINE:COLUMN: reporting.headline.threshold is not among those that the scenario tries; allowed: 0.9, 0.95, 1; found: 0.92',
      ],
    ],
    [
      'low above the mode',
      ['requests:', '  inTaxpayerFile:', '    mode: 0.3', '    low: 0.4', '    assumption: a'],
      [
        '5:10: requests.inTaxpayerFile.low is above the mode; allowed: low <= mode <= high; found: low 0.4, mode 0.3',
      ],
    ],
    [
      'high below the mode',
      ['requests:', '  inTaxpayerFile: { mode: 0.3, high: 0.2, assumption: a }'],
      [
        '3:38: requests.inTaxpayerFile.high is below the mode; allowed: low <= mode <= high; found: mode 0.3, high 0.2',
      ],
    ],
    [
      'several mistakes in one quantity',
      ['requests:', '  inTaxpayerFile: { mode: 0.3, low: 0.4, high: , source: me, evidence: nope }'],
      [
        '3:37: requests.inTaxpayerFile.low is above the mode; allowed: low <= mode <= high; found: low 0.4, mode 0.3',
        '3:42: requests.inTaxpayerFile.high is not a number; allowed: a number from 0 to 1; found: nothing',
        '3:50: unknown key in requests.inTaxpayerFile; allowed: mode, low, high, distribution, evidence, assumption; found: "source"',
        '3:72: requests.inTaxpayerFile.evidence is not known; allowed: an id that `mismatch evidence` lists; found: "nope"',
      ],
    ],
    [
      'no source',
      ['requests:', '  inTaxpayerFile: { mode: 0.3 }'],
      [
        '3:3: requests.inTaxpayerFile has no source; allowed: evidence (ids of facts), an assumption (a sentence), or both; found: neither',
      ],
    ],
    [
      'unknown evidence',
      ['requests:', '  inTaxpayerFile: { mode: 0.3, evidence: oig-adress-blank }'],
      [
        '3:42: requests.inTaxpayerFile.evidence is not known; allowed: an id that `mismatch evidence` lists; found: "oig-adress-blank"; did you mean oig-address-blank?',
      ],
    ],
    [
      'unknown evidence in a list',
      ['requests:', '  inTaxpayerFile: { mode: 0.3, evidence: [oig-address-blank, hunch] }'],
      [
        '3:62: requests.inTaxpayerFile.evidence.1 is not known; allowed: an id that `mismatch evidence` lists; found: "hunch"',
      ],
    ],
    [
      'unknown matcher',
      ['matching:', '  matchers: [exact, levenstein]'],
      [
        '3:21: matching.matchers.1 is not known; allowed: one of exact, name-control, levenshtein, jaro-winkler, double-metaphone, token-set, screening, fellegi-sunter, tin-name; found: "levenstein"; did you mean levenshtein?',
      ],
    ],
    [
      'a place listed twice',
      ['matching:', '  places: [zip, zip]'],
      ['3:17: matching.places.1 is listed twice; allowed: each once; found: "zip"'],
    ],
    [
      'empty list',
      ['matching:', '  rules: []'],
      ['3:10: matching.rules is empty; allowed: a list, not empty; found: an empty list'],
    ],
    [
      'missing part of a quantity',
      ['requests:', '  inTaxpayerFile: { low: 0.2, assumption: a }'],
      ['3:3: requests.inTaxpayerFile.mode is missing; allowed: a number from 0 to 1; found: nothing'],
    ],
    [
      'a sum that is not 1',
      ['population:', '  households:', '    roommates: { mode: 0.6, assumption: a }'],
      ['3:3: population.households do not sum to 1; allowed: shares that sum to 1; found: a sum of 1.575'],
    ],
    [
      'a sum above 1',
      ['requests:', '  formerAddress:', '    sameZip: { mode: 0.5, assumption: a }'],
      [
        '3:3: requests.formerAddress sum to more than 1; allowed: shares that sum to at most 1; found: a sum of 1.1',
      ],
    ],
    [
      'an unknown distribution',
      ['requests:', '  men: { mode: 0.6, low: 0.5, high: 0.7, distribution: triangle, assumption: a }'],
      [
        '3:56: requests.men.distribution is not known; allowed: one of triangular, uniform, pert, beta, fixed; found: "triangle"; did you mean triangular?',
      ],
    ],
    [
      'distributions without a range',
      [
        'requests:',
        '  men: { mode: 0.6, distribution: uniform, assumption: a }',
        '  duplicates: { mode: 0.1, low: 0, distribution: pert, assumption: a }',
        '  merged: { mode: 0.1, distribution: fixed, assumption: a }',
      ],
      [
        '3:35: requests.men.distribution has no range to draw from; allowed: low and high beside it; found: no low and no high',
        '4:50: requests.duplicates.distribution has no range to draw from; allowed: low and high beside it; found: no high',
      ],
    ],
    [
      'a beta distribution of what is no share, or with its mode at an end',
      [
        'requests:',
        '  informationAgeYears: { mode: 5, low: 1, high: 9, distribution: beta, assumption: a }',
        '  men: { mode: 0.6, low: 0.6, high: 0.9, distribution: beta, assumption: a }',
      ],
      [
        '3:66: requests.informationAgeYears.distribution does not fit; allowed: only for shares; found: a number that is no share',
        '4:56: requests.men.distribution does not fit; allowed: low < mode < high, or a mode of 0 or 1 at an end; found: low 0.6, mode 0.6, high 0.9',
      ],
    ],
    [
      'two central values',
      ['requests:', '  men: { value: 0.6, mode: 0.5, assumption: a }'],
      ['3:10: requests.men has two central values; allowed: mode alone; found: mode and value'],
    ],
    [
      'a malformed id',
      ['id: My Scenario'],
      ['2:5: id is not well formed; allowed: lower-case words joined by hyphens; found: "My Scenario"'],
    ],
  ])('%s', (_name, lines, expected) => {
    const problems = problemsOf(write('child.yaml', child(...lines)));
    const known = (line: string) =>
      line.startsWith('scenarios/') ? line : `child.yaml:${line.replace('SAMPLING', samplingKeys)}`;
    expect(problems.map((line) => line.replace(/^(scenarios\/[^:]+):\d+:\d+:/, '$1:LINE:COLUMN:'))).toEqual(
      expected.map(known),
    );
  });

  it('everything missing', () => {
    const problems = problemsOf(write('bare.yaml', 'id: bare\ntitle: Bare\npopulation:\n  people:\n'));
    expect(problems).toContain(
      'bare.yaml:1:1: requests is missing; allowed: a map with the keys count, origins, requestedStatuses, men, ages, duplicates, inTaxpayerFile, livesWithTaxpayers, sharesHouseholdSurname, informationAgeYears, yearlyMoverRate, formerAddress, sharedAddresses, merged, tin; found: nothing',
    );
    expect(problems).toContain(
      'bare.yaml:4:3: population.people is not a map; allowed: a map with the keys mode, low, high, distribution, evidence, assumption; found: nothing',
    );
    expect(problems.some((line) => line.startsWith('bare.yaml:3:1: population.returns is missing; '))).toBe(
      true,
    );
  });

  it('all mistakes at once, from top to bottom', () => {
    const text = child('sampling:', '  zipShare: 0', '  other: 1', 'reporting:', '  level: 1', 'extra: true');
    expect(problemsOf(write('many.yaml', text)).map((line) => line.split(': ')[0])).toEqual([
      'many.yaml:3:13',
      'many.yaml:4:3',
      'many.yaml:6:10',
      'many.yaml:7:1',
    ]);
  });

  it('a mistake in a parent is reported in the parent, once', () => {
    write('parent.yaml', child('id: parent', 'sampling:', '  zipShare: 7'));
    expect(problemsOf(write('grandchild.yaml', 'extends: parent.yaml\nid: grandchild\n'))).toEqual([
      'parent.yaml:4:13: sampling.zipShare is out of range; allowed: a number above 0 to 1; found: 7',
    ]);
  });

  it('keeps each problem on one line', () => {
    const [line] = problemsOf(write('lines.yaml', child('"a\\nb\\e[31m": 1')));
    expect(line).not.toMatch(/\p{Cc}/u);
  });
});

describe('extends', () => {
  it('circular: names the chain', () => {
    write('one.yaml', 'extends: two.yaml\n');
    write('two.yaml', 'id: two\nextends: ./one.yaml\n');
    expect(problemsOf(join(folder, 'one.yaml'))).toEqual([
      'two.yaml:2:10: extends is circular; allowed: a chain that ends; found: one.yaml -> two.yaml -> one.yaml',
    ]);
    expect(problemsOf(write('self.yaml', 'extends: self.yaml\n'))).toEqual([
      'self.yaml:1:10: extends is circular; allowed: a chain that ends; found: self.yaml -> self.yaml',
    ]);
  });

  it('an unknown parent, with the other mistakes of the child', () => {
    expect(problemsOf(write('orphan.yaml', 'extends: irs-ice\nsampling:\n  zipShare: 3\n'))).toEqual([
      `orphan.yaml:1:10: extends cannot be followed: unknown scenario; allowed: ${builtIn}, or the path of a YAML file; found: "irs-ice"; did you mean irs-ice-2025?`,
      'orphan.yaml:3:13: sampling.zipShare is out of range; allowed: a number above 0 to 1; found: 3',
    ]);
  });

  it('something that is no name', () => {
    expect(problemsOf(write('number.yaml', 'extends: [a]\n'))).toEqual([
      'number.yaml:1:10: extends is not a text; allowed: the id or path of a scenario; found: a list',
    ]);
  });

  it('reads `value` as `mode`, and takes a quantity in the whole either way', () => {
    const path = write('old.yaml', child('id: old', 'requests: { men: { value: 0.5, assumption: a } }'));
    expect(loadScenario(path).requests.men).toEqual({ value: 0.5, assumption: 'a' });
  });

  it('says only what differs', () => {
    const base = loadScenario('irs-ice-2025');
    const path = write('small.yaml', child('id: small', 'sampling:', '  zipShare: 0.5'));
    expect(loadScenario(path)).toEqual({
      ...base,
      id: 'small',
      sampling: { ...base.sampling, zipShare: 0.5 },
    });
    expect(loadScenario(relative(process.cwd(), path)).id).toBe('small');
    expect(loadScenario(path)).not.toHaveProperty('extends');
  });
});

it('an unknown fact is a mistake of input, not a crash', async () => {
  const program = new Command();
  registerEvidence(program);
  const asked = program.parseAsync(['evidence', 'oig-adress-blank'], { from: 'user' });
  await expect(asked).rejects.toBeInstanceOf(InputError);
  await expect(asked).rejects.toThrow('did you mean oig-address-blank?');
});
