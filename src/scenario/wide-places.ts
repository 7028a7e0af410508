/**
 * What may stand beside a place scope that is wider than a ZIP area. Under it a part of the people is looked up in the whole
 * request list, one by one, and some requests are held against everybody: whatever needs more of a record than both are
 * searched by, or counts people under a rule that needs all candidates of every request, is refused.
 */

import { wideMatcherIds, widePlaceIds } from './ids.ts';

interface Matching {
  readonly matchers: readonly string[];
  readonly places: readonly string[];
  readonly rules: readonly string[];
  readonly gates: readonly string[];
  readonly procedures: readonly { readonly id: string }[];
}

interface Headline {
  readonly place: string;
  readonly rule: string;
}

interface Issues {
  addIssue(issue: {
    readonly code: 'custom';
    readonly path: (string | number)[];
    readonly message: string;
    readonly params: { readonly allowed: string; readonly found: string };
  }): void;
}

const refused = {
  matchers: {
    allowed: wideMatcherIds.join(', '),
    refuses: (id: string) => !(wideMatcherIds as readonly string[]).includes(id),
    message: 'has no search of the whole request list',
  },
  rules: {
    allowed: 'all, best, unique',
    refuses: (id: string) => id === 'review',
    message: 'needs a person who looks at each pair',
  },
  gates: {
    allowed: 'gates about the request, date-of-birth-agrees',
    refuses: (id: string) => id === 'name-and-tin-agree',
    message: 'looks at more than the list is searched by',
  },
} as const;

/** Refuses what cannot be told where a place scope is wider than a ZIP area. */
export function checkWidePlaces(matching: Matching, context: Issues): void {
  const wide = matching.places.filter((id) => (widePlaceIds as readonly string[]).includes(id));
  if (wide.length === 0) return;
  const beside = `beside the place ${wide.join(', ')}`;
  for (const key of ['matchers', 'rules', 'gates'] as const) {
    const { allowed, refuses, message } = refused[key];
    matching[key].forEach((id, index) => {
      if (!refuses(id)) return;
      context.addIssue({
        code: 'custom',
        path: [key, index],
        message: `${message}, ${beside}`,
        params: { allowed, found: id },
      });
    });
  }
  if (matching.procedures.length === 0) return;
  context.addIssue({
    code: 'custom',
    path: ['procedures'],
    message: `go through the people of a ZIP area, ${beside}`,
    params: { allowed: 'no procedures', found: matching.procedures.map(({ id }) => id).join(', ') },
  });
}

/** Refuses a headline that is never told: it counts people, and only the rule `all` tells these under a wide place scope. */
export function checkWideHeadline({ place, rule }: Headline, context: Issues): void {
  if (!(widePlaceIds as readonly string[]).includes(place) || rule === 'all') return;
  context.addIssue({
    code: 'custom',
    path: ['reporting', 'headline', 'rule'],
    message: `tells no number of people, under the place ${place}`,
    params: { allowed: 'all', found: rule },
  });
}
