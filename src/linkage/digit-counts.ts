/**
 * Numbers by their digits, whatever the order: what an exchange of digits leaves as it was. Two numbers that differ in
 * this differ, and are not made one by any such error.
 */

/** By digit: what it counts as. Up to fifteen of one do not run over into the next. */
const COUNTS_AS = Array.from({ length: 10 }, (_, digit) => 16 ** digit);

/**
 * How often each digit occurs in a number: the same for two numbers exactly where one is the other in another order.
 * @param whole number, above 0 and below 10^15
 */
export function digitCounts(whole: number): number {
  let counts = 0;
  for (let left = whole; left > 0; left = Math.floor(left / 10)) counts += COUNTS_AS[left % 10]!;
  return counts;
}
