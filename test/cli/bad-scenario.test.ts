/** A scenario with every kind of mistake at once, given to the real command: one line each, all of them, exit 2. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { workplace } from './run-command.ts';

const place = workplace();
afterAll(() => place.clear());

const file =
  'coverage: { mode: 0.5, assumption: a }, staleness: { mode: 0.1, assumption: a }, matcher: exact, threshold: 1, rule: best';
const scenario = `extends: irs-ice-2025
id: bad
requests:
  inTaxpayerFile: { mode: 0.3, low: 0.4, high: 0.5, assumption: a }
  men: { mode: 0.6, low: 0.5, high: 0.4, distribution: normal, assumption: a }
  merged: { mode: 0.1, distribution: uniform, assumption: a }
corruption:
  agency:
    profile: agenzy
    rates:
      unit-misssing: { mode: 0.2, assumption: a }
      nickname: { mode: 1.2, assumption: a }
      keyboard-typo: { mode: -0.1, assumption: a }
matching:
  procedures:
    - id: open-ended
      title: No final step
      assumption: a
      steps:
        - { when: [tin-supplied], require: [], by: tin, discloses: yes-or-no }
    - id: nothing
      title: None at all
      assumption: a
      steps: []
    - id: loop
      title: A loop
      assumption: a
      steps:
        - when: []
          refreshAddress:
            - { file: broker, ${file} }
            - { file: health, ${file} }
            - { file: broker, ${file} }
          require: []
          by: name
          matcher: exact
          discloses: yes-or-no
`;

/** What each line must begin with; lists of what is allowed are left out. */
const expected = [
  '--draws: not a usable value; allowed: a whole number from 2 to 10000; found: 0',
  'bad.yaml:4:37: requests.inTaxpayerFile.low is above the mode; allowed: low <= mode <= high; found: low 0.4, mode 0.3',
  'bad.yaml:5:37: requests.men.high is below the mode; allowed: low <= mode <= high; found: mode 0.6, high 0.4',
  'bad.yaml:5:56: requests.men.distribution is not known; allowed: one of triangular, uniform, pert, beta, fixed; found: "normal"',
  'bad.yaml:6:38: requests.merged.distribution has no range to draw from; allowed: low and high beside it; found: no low and no high',
  'bad.yaml:9:14: corruption.agency.profile is not known; allowed: one of none, agency, irs, pseudopeople; found: "agenzy"; did you mean agency?',
  'bad.yaml:11:7: unknown key in corruption.agency.rates; ',
  'bad.yaml:12:25: corruption.agency.rates.nickname.mode is out of range; allowed: a number from 0 to 1; found: 1.2',
  'bad.yaml:13:30: corruption.agency.rates.keyboard-typo.mode is out of range; allowed: a number from 0 to 1; found: -0.1',
  'bad.yaml:20:19: matching.procedures.0.steps.0.when leaves requests without a step; allowed: a last step without conditions; found: tin-supplied',
  'bad.yaml:24:14: matching.procedures.1.steps is empty; allowed: a list, not empty; found: an empty list',
  'bad.yaml:33:23: matching.procedures.2.steps.0.refreshAddress.2.file closes a loop; allowed: each file once; found: broker -> health -> broker',
];

it('tells every mistake of a scenario and of the arguments', { timeout: 60_000 }, async () => {
  writeFileSync(join(place.path, 'bad.yaml'), scenario);
  const { code, stdout, stderr } = await place.mismatch(['simulate', 'bad.yaml', '--draws', '0']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected);
  expect(lines[6]).toMatch(/found: "unit-misssing"; did you mean unit-missing\?$/);
});
