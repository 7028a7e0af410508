/** A strict map of a scenario with one value for each id of a list. */

import { z } from 'zod';

export function forEach<const Id extends string, Value extends z.ZodType>(
  ids: readonly Id[],
  value: (id: Id) => Value,
): z.ZodObject<Record<Id, Value>, z.core.$strict> {
  return z.strictObject(Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, Value>);
}
