/** What may stand beside places wider than a ZIP area, and what is refused, each mistake in one line. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';

const directory = mkdtempSync(join(tmpdir(), 'mismatch-'));
afterAll(() => rmSync(directory, { recursive: true }));

function load(matching: Readonly<Record<string, string>>, headlineRule = 'all') {
  const path = join(directory, 'a.yaml');
  const lines = Object.entries(matching).map(([key, value]) => `  ${key}: ${value}`);
  const heading = ['extends: irs-ice-2025', 'id: a', 'title: A', 'question: What?', 'matching:'];
  const headline = [
    'reporting:',
    `  headline: { matcher: exact, place: nation, rule: ${headlineRule}, threshold: 1 }`,
  ];
  writeFileSync(path, [...heading, ...lines, ...headline, ''].join('\n'));
  return loadScenario(path);
}
function mistakes(matching: Readonly<Record<string, string>>, headlineRule?: string): readonly string[] {
  try {
    load(matching, headlineRule);
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.replace(/^.*a\.yaml:\d+:\d+: /, ''));
  }
  throw new Error('no mistake was found');
}
const right = { matchers: '[exact]', places: '[nation, state]', rules: '[all]', procedures: '[]' };

describe('places wider than a ZIP area', () => {
  it('stand beside matchers that search the list, rules without a reviewer, and a date of birth', () => {
    const matchers = '[exact, name-control, levenshtein, jaro-winkler, double-metaphone]';
    const gates = '[address-not-blank, date-of-birth-agrees]';
    expect(load({ ...right, rules: '[all, best, unique]', matchers, gates }).matching.places).toEqual([
      'nation',
      'state',
    ]);
  });

  it('stand beside places within a ZIP area', () => {
    expect(load({ ...right, places: '[nation, zip, address]' }).matching.places).toHaveLength(3);
  });

  it('refuse a reviewer, and what needs more than the list is searched by', () => {
    const found = mistakes({
      ...right,
      matchers: '[exact, screening]',
      rules: '[all, review]',
      gates: '[name-and-tin-agree]',
      procedures:
        '[{ id: p, title: P, assumption: P., steps: [{ when: [], require: [], by: tin, discloses: yes-or-no }] }]',
    });
    const beside = 'beside the place nation, state';
    expect(found).toHaveLength(4);
    expect(found).toContain(
      `matching.matchers.1 has no search of the whole request list, ${beside}; allowed: exact, name-control, levenshtein, jaro-winkler, double-metaphone; found: screening`,
    );
    expect(found).toContain(
      `matching.rules.1 needs a person who looks at each pair, ${beside}; allowed: all, best, unique; found: review`,
    );
    expect(found.join('\n')).toMatch(/gates\.0 looks at more than the list is searched by, beside/);
    expect(found.join('\n')).toMatch(/procedures go through the people of a ZIP area, beside .*found: "?p/);
  });

  it('refuse a headline that counts people under a rule that does not tell them', () => {
    const found = mistakes({ ...right, rules: '[all, unique]' }, 'unique');
    expect(found).toEqual([
      'reporting.headline.rule tells no number of people, under the place nation; allowed: all; found: unique',
    ]);
  });

  it('are no place of a step of a procedure', () => {
    const steps =
      '[{ when: [], require: [], by: name, matcher: exact, place: nation, discloses: yes-or-no }]';
    const found = mistakes({
      ...right,
      places: '[zip]',
      procedures: `[{ id: p, title: P, assumption: P., steps: ${steps} }]`,
    });
    expect(found.join('\n')).toMatch(/place .*allowed: one of zip, address/);
  });
});
