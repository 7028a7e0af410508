/**
 * WebAssembly modules put together from instructions when the program starts: no compiler, no file that cannot be read.
 *
 * Reference: WebAssembly Core Specification 2.0, chapter 5 (binary format). Convention: code is a list of bytes, and a
 * module imports no function; its memory is its own, or the one that is handed in.
 */

export type Code = readonly number[];

/** Types of values. */
export const types = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;
export type ValueType = (typeof types)[keyof typeof types];

/** A signed whole number in LEB128, as constants are written. */
export function signed(value: bigint): Code {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = rest === (low & 0x40 ? -1n : 0n);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** A whole number from 0 in LEB128, as lengths are written. */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** A function of i32 parameters. */
export interface ModuleFunction {
  readonly name: string;
  readonly parameters: number;
  /** Whether it gives one i32. */
  readonly gives: boolean;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

const END = 0x0b;
const FUNCTION_TYPE = 0x60;
const [MEMORY, FUNCTION] = [0x02, 0x00];
const PAGES_AT_LEAST = 0x00;

const counted = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(counted(items))];
const name = (text: string): Code => sized([...text].map((letter) => letter.charCodeAt(0)));
const repeated = (type: ValueType, times: number): Code =>
  counted(Array.from({ length: times }, () => [type]));

/** @param pages of the module's own memory, which it shows as `memory`; left out, it imports one by that name */
export function moduleBytes(functions: readonly ModuleFunction[], pages?: number): Uint8Array {
  const memory = [PAGES_AT_LEAST, ...unsigned(pages ?? 1)];
  const isImported = pages === undefined;
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters, gives }) => [
        FUNCTION_TYPE,
        ...repeated(types.i32, parameters),
        ...repeated(types.i32, gives ? 1 : 0),
      ]),
    ),
    ...(isImported ? section(2, [[...name('memory'), ...name('memory'), MEMORY, ...memory]]) : []),
    ...section(
      3,
      functions.map((_, place) => unsigned(place)),
    ),
    ...(isImported ? [] : section(5, [memory])),
    ...section(7, [
      ...functions.map((each, place) => [...name(each.name), FUNCTION, ...unsigned(place)]),
      ...(isImported ? [] : [[...name('memory'), MEMORY, 0]]),
    ]),
    ...section(
      10,
      functions.map(({ locals, body }) => sized([...counted(locals.map((type) => [1, type])), ...body, END])),
    ),
  ]);
}

/** Of the global object `WebAssembly` (which the types of Node leave out) what is needed here. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports?: object) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number }) => Memory;
};

/** A module ready to be given a memory. */
export interface CompiledModule {
  readonly compiled?: never;
}

export interface Memory {
  /** Another one after each `grow`, which empties this one. */
  readonly buffer: ArrayBuffer;
  /** By so many pages of 65,536 bytes. */
  grow(pages: number): number;
}

export const PAGE_BYTES = 65_536;

export function compiled(bytes: Uint8Array): CompiledModule {
  return new WebAssembly.Module(bytes);
}

/** What a module exports, with the memory that it imports, if it does. */
export function exportsOf<Exports>(module: CompiledModule, memory?: Memory): Exports {
  return new WebAssembly.Instance(module, { memory: { memory } }).exports as Exports;
}

export function newMemory(pages: number): Memory {
  return new WebAssembly.Memory({ initial: pages });
}
