/**
 * Keeps the labels of a chart apart: positions at least `gap` from one another, in their original order, with the
 * least total squared movement, inside [lowest, highest] where there is room. Labels that crowd are gathered into a
 * block whose middle is the mean of what its labels ask for (pool adjacent violators).
 */

interface Block {
  readonly members: readonly number[];
  /** Mean over the members of wanted position less offset within the block. */
  readonly start: number;
}

/** One position for each of `wanted`, in the same order. */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  lowest = -Infinity,
  highest = Infinity,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const length = (block: Block) => (block.members.length - 1) * gap;
  const block = (members: readonly number[]): Block => {
    const total = members.reduce((sum, member, rank) => sum + (wanted[member] ?? 0) - rank * gap, 0);
    const extent = (members.length - 1) * gap;
    return { members, start: Math.max(Math.min(total / members.length, highest - extent), lowest) };
  };

  const blocks: Block[] = [];
  for (const label of order) {
    let last = block([label]);
    for (
      let below = blocks.at(-1);
      below && below.start + length(below) + gap > last.start;
      below = blocks.at(-1)
    ) {
      blocks.pop();
      last = block([...below.members, ...last.members]);
    }
    blocks.push(last);
  }
  const positions = new Array<number>(wanted.length).fill(0);
  for (const { members, start } of blocks) {
    for (const [rank, member] of members.entries()) positions[member] = start + rank * gap;
  }
  return positions;
}
