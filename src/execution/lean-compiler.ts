/**
 * Keeps the optimising compiler of V8 from taking the processors away from a short run. It compiles a function once so
 * much of it has run, copies into it the functions that it calls, up to a limit, and does both for each thread anew: at the
 * settings of V8 itself, compiling is a third of the work of a short run. Call it first. Reference: V8,
 * flag-definitions.h, `interrupt_budget` and `max_inlined_bytecode_size_cumulative`.
 */

import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that run before a function is looked at; 132 KiB in V8 itself. */
const RUN_BEFORE = 264_000;
/** Bytes of bytecode copied into a function; 920 in V8 itself. */
const MOST_INLINED = 300;

/** Has functions of this process compiled later, and with less of others in them. */
export function keepCompilerLean(): void {
  setFlagsFromString(`--interrupt-budget=${RUN_BEFORE}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_INLINED}`);
}
