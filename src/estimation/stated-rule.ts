/**
 * The rule that an estimate holds under, in words, as the scenario states it: for a matcher its threshold, place and
 * decision rule; for a procedure its steps. No estimate is told without it.
 */

import { rules } from '../linkage/rules/index.ts';
import { gates as allGates } from '../matching/gates/index.ts';
import { matchers } from '../matching/matchers/index.ts';
import { places } from '../matching/places/index.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Estimate } from './summary.ts';

type Setting = Pick<Estimate, 'matcher' | 'place' | 'rule' | 'threshold'>;
type Step = Scenario['matching']['procedures'][number]['steps'][number];

/** One or a few sentences. */
export function statedRule({ matching }: Pick<Scenario, 'matching'>, setting: Setting): string {
  const procedure = matching.procedures.find(({ id }) => `procedure:${id}` === setting.matcher);
  const { steps = [], title } = procedure ?? {};
  const rule =
    title === undefined
      ? capitalised(byName(setting))
      : `${title}: ${steps.map((step, i) => stepInWords(step, setting, i > 0)).join('; ')}`;
  return matching.gates.length === 0 ? `${rule}.` : `${rule}. Only where ${conditions(matching.gates)}.`;
}

function stepInWords(step: Step, setting: Setting, isLater: boolean): string {
  const when = step.when.length > 0 ? `if ${conditions(step.when)}, ` : isLater ? 'else, ' : '';
  const files = (step.refreshAddress ?? [])
    .map(({ file }) => file.replaceAll('-', ' '))
    .join(' and then from ');
  const refreshed = files === '' ? '' : `the address is first taken from ${files}; `;
  const { matcher = setting.matcher, place = setting.place, rule = setting.rule } = step;
  const who =
    step.by === 'tin' ? 'the owner of the number is matched' : byName({ ...setting, matcher, place, rule });
  const required = step.require.length === 0 ? '' : `, provided that ${conditions(step.require)}`;
  return `${when}${refreshed}${who}${required}`;
}

function byName({ matcher, place, rule, threshold }: Setting): string {
  // Its scores are 0 and 1: a threshold would say nothing.
  const isScored = matcher !== 'exact';
  const name = isScored
    ? `${matchers.find(({ id }) => id === matcher)?.label ?? matcher} name score of at least ${threshold.toFixed(2)}`
    : 'the same surname and given name';
  const where = places.find(({ id }) => id === place)?.label ?? place;
  const { describe, describeUnscored } = rules.find(({ id }) => id === rule)!;
  return `${name}, ${where}; ${isScored ? describe : describeUnscored}`;
}

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const conditions = (ids: readonly string[]) =>
  ids.map((id) => allGates.find((gate) => gate.id === id)?.describe ?? id).join(' and ');
