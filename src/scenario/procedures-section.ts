/**
 * Procedures: how an agency goes through a request, as gates and steps in order. The first step whose conditions the
 * request meets is taken, and no other; what the step requires must hold, or the request is refused.
 */

import { z } from 'zod';
import { disclosureIds, gateIds, matcherIds, narrowPlaceIds, requestGateIds, ruleIds } from './ids.ts';
import { share } from './quantity.ts';

const text = (description: string) => z.string().trim().min(1).meta({ description });
const identifier = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta({ description });

/** Conditions that must hold. */
export const gateIdList = (description: string) => z.array(z.enum(gateIds)).meta({ description });

const refresh = z
  .strictObject({
    file: identifier('Name of the second file, for instance health-coverage.'),
    coverage: share('Share of taxpayers who are in the second file.'),
    staleness: share('Share of its addresses that are not the home of the person any more.'),
    matcher: z.enum(matcherIds).meta({ description: 'How names are compared with the second file.' }),
    threshold: z.number().min(0).max(1).meta({ description: 'The lowest score that counts.' }),
    rule: z
      .enum(['best', 'unique'])
      .meta({ description: 'Whether the best person gives the address, or only one who is alone.' }),
  })
  .meta({ description: 'A second file whose address takes the place of the recorded one.' });

const step = z
  .strictObject({
    when: gateIdList('The step is taken if these hold of the request; none: in every other case.'),
    refreshAddress: z
      .array(refresh)
      .optional()
      .meta({ description: 'Files that the address is taken from first, one after another.' }),
    require: gateIdList('What must hold for anybody to be matched.'),
    by: z
      .enum(['tin', 'name'])
      .meta({ description: 'Whether the owner of the number is the candidate, or whoever has a like name.' }),
    matcher: z.enum(matcherIds).optional().meta({ description: 'By name: how names are compared.' }),
    place: z
      .enum(narrowPlaceIds)
      .optional()
      .meta({ description: 'By name: how much address must agree; if not said, each place is tried.' }),
    rule: z
      .enum(ruleIds)
      .optional()
      .meta({ description: 'By name: the decision rule; if not said, each rule is tried.' }),
    discloses: z.enum(disclosureIds).meta({ description: 'What is told of a match.' }),
  })
  .meta({ description: 'One way in which a request is matched.' });
type Step = z.infer<typeof step>;

export const procedures = z
  .array(
    z
      .strictObject({
        id: identifier('Name of the procedure; its estimates stand under procedure:<id>.'),
        title: text('The name of the procedure for a reader.'),
        assumption: text('What is public about it, and what is assumed.'),
        steps: z.array(step).min(1).meta({ description: 'The steps, in the order in which they are tried.' }),
      })
      .superRefine(({ steps }, context) => checkSteps(steps, context)),
  )
  .superRefine((all, context) => {
    all.forEach(({ id }, index) => {
      if (all.findIndex((other) => other.id === id) === index) return;
      refuse(context, [index, 'id'], 'is the id of another procedure', 'an id of its own', id);
    });
  })
  .meta({ description: 'Whole procedures, each estimated as if it were a matcher.' });

type Context = z.RefinementCtx<unknown>;

function refuse(
  context: Context,
  path: readonly (string | number)[],
  message: string,
  allowed: string,
  found: string,
): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { allowed, found } });
}

function checkSteps(steps: readonly Step[], context: Context): void {
  steps.forEach((each, index) => {
    const at = ['steps', index] as const;
    const isLast = index === steps.length - 1;
    if (isLast && each.when.length > 0) {
      refuse(
        context,
        [...at, 'when'],
        'leaves requests without a step',
        'a last step without conditions',
        each.when.join(', '),
      );
    }
    if (!isLast && each.when.length === 0) {
      refuse(context, [...at, 'when'], 'leaves no request to the steps below', 'conditions', 'none');
    }
    each.when.forEach((gate, place) => {
      if (requestGateIds.includes(gate)) return;
      refuse(
        context,
        [...at, 'when', place],
        'looks at a taxpayer',
        `one of ${requestGateIds.join(', ')}`,
        gate,
      );
    });
    if (each.by === 'name' && each.matcher === undefined) {
      refuse(
        context,
        [...at, 'by'],
        'has no matcher',
        'name with a matcher, or tin',
        'name without a matcher',
      );
    }
    if (each.by === 'tin') {
      for (const key of ['matcher', 'place', 'rule'] as const) {
        if (each[key] === undefined) continue;
        refuse(context, [...at, key], 'means nothing to a step by number', 'only beside by: name', each[key]);
      }
    }
    const files = (each.refreshAddress ?? []).map(({ file }) => file);
    files.forEach((file, place) => {
      if (files.indexOf(file) === place) return;
      const chain = files.slice(0, place + 1).join(' -> ');
      refuse(context, [...at, 'refreshAddress', place, 'file'], 'closes a loop', 'each file once', chain);
    });
  });
}
