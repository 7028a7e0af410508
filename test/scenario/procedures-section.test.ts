/** Procedures of a scenario file: what is refused, each mistake in one line where it was written. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../src/scenario/input-error.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const directory = mkdtempSync(join(tmpdir(), 'mismatch-'));
afterAll(() => rmSync(directory, { recursive: true }));

const heading = ['extends: irs-ice-2025', 'id: a', 'title: A', 'question: What?', 'matching:'];
function load(...matching: readonly string[]) {
  const path = join(directory, 'a.yaml');
  writeFileSync(path, [...heading, ...matching.map((line) => `  ${line}`), ''].join('\n'));
  return loadScenario(path);
}
function mistakes(...matching: readonly string[]): readonly string[] {
  try {
    load(...matching);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message.split('\n').map((line) => line.replace(/^.*a\.yaml:\d+:\d+: /, ''));
  }
  throw new Error('no mistake was found');
}
const withSteps = (...steps: readonly string[]) => [
  'procedures:',
  '  - id: mine',
  '    title: Mine',
  '    assumption: Made up.',
  '    steps:',
  ...steps.map((step) => `      - ${step}`),
];
const byTin = '{ when: [tin-supplied], require: [], by: tin, discloses: yes-or-no }';
const last = '{ when: [], require: [], by: name, matcher: exact, discloses: yes-or-no }';
const file =
  'coverage: { value: 1, assumption: All. }, staleness: { value: 0, assumption: None. }, matcher: exact, threshold: 0.9, rule: best';

describe('a procedure', () => {
  it('with a last step for every request loads, and may be the headline', () => {
    const scenario = load(...withSteps(byTin, last));
    expect(scenario.matching.procedures.map(({ id }) => id)).toEqual(['mine']);
  });

  it('without a final step is refused', () => {
    expect(mistakes(...withSteps(byTin))).toEqual([
      'matching.procedures.0.steps.0.when leaves requests without a step; allowed: a last step without conditions; found: tin-supplied',
    ]);
  });

  it('with steps that are never reached is refused', () => {
    expect(mistakes(...withSteps(last, last))).toEqual([
      'matching.procedures.0.steps.0.when leaves no request to the steps below; allowed: conditions; found: none',
    ]);
  });

  it('whose pipeline loops is refused', () => {
    const loop = `{ when: [], require: [], by: name, matcher: exact, discloses: yes-or-no, refreshAddress: [{ file: a, ${file} }, { file: b, ${file} }, { file: a, ${file} }] }`;
    expect(mistakes(...withSteps(loop))).toEqual([
      'matching.procedures.0.steps.0.refreshAddress.2.file closes a loop; allowed: each file once; found: a -> b -> a',
    ]);
  });

  it('by name needs a matcher, and by number has none', () => {
    expect(mistakes(...withSteps('{ when: [], require: [], by: name, discloses: yes-or-no }'))).toEqual([
      'matching.procedures.0.steps.0.by has no matcher; allowed: name with a matcher, or tin; found: name without a matcher',
    ]);
    expect(
      mistakes(...withSteps('{ when: [], require: [], by: tin, place: zip, discloses: yes-or-no }')),
    ).toEqual([
      'matching.procedures.0.steps.0.place means nothing to a step by number; allowed: only beside by: name; found: zip',
    ]);
  });

  it('with an unknown gate or matcher is refused, and told what is near', () => {
    const [gate, matcher] = mistakes(
      ...withSteps('{ when: [], require: [tin-suplied], by: name, matcher: jaro, discloses: yes-or-no }'),
    );
    expect(gate).toMatch(
      /^matching\.procedures\.0\.steps\.0\.require\.0 is not known; .*did you mean tin-supplied\?$/,
    );
    expect(matcher).toMatch(
      /^matching\.procedures\.0\.steps\.0\.matcher is not known; allowed: one of exact, /,
    );
  });

  it('may not choose a step by what only a pair can tell', () => {
    const [line] = mistakes(
      ...withSteps('{ when: [date-of-birth-agrees], require: [], by: tin, discloses: yes-or-no }', last),
    );
    expect(line).toMatch(
      /^matching\.procedures\.0\.steps\.0\.when\.0 looks at a taxpayer; allowed: one of tin-supplied, /,
    );
  });

  it('has an id of its own', () => {
    const twice = withSteps(last);
    expect(mistakes(...twice, ...twice.slice(1))).toEqual([
      'matching.procedures.1.id is the id of another procedure; allowed: an id of its own; found: mine',
    ]);
  });
});

it('an unknown safeguard is refused', () => {
  expect(mistakes('gates: [locked]')[0]).toMatch(
    /^matching\.gates\.0 is not known; allowed: one of tin-supplied, /,
  );
});
