/** The shape of a file format: how rows of text become a file, a bounded number of them in memory at a time. */

/** A file being written, row by row. Writes are synchronous: whoever makes rows waits for the disk. */
export interface RowFile {
  /** A row: one text for each column, in their order; an empty text is a missing value. */
  write(cells: readonly string[]): void;
  /** Writes what is left. The file itself is the caller's to close. */
  end(): void;
  /**
   * Turns the file at `path`, whole and closed, into what it is to be: of formats that are not written from front to
   * back. Leaves nothing beside it.
   */
  readonly convert?: (path: string) => Promise<void>;
}

export interface FileFormat {
  readonly id: string;
  /** What it is, in words, for help and documentation. */
  readonly describe: string;
  /** The package without which none can be written here, where that is not installed. */
  readonly lacking?: () => string | undefined;
  /**
   * Begins a file.
   * @param put appends bytes to the file; they may be overwritten once it returns
   * @param about facts about the file, which it carries where the format has a place for them
   * @param table what the rows are, in a word, for formats whose tables have names
   */
  begin(
    columns: readonly string[],
    put: (bytes: Uint8Array) => void,
    about: Readonly<Record<string, string>>,
    table: string,
  ): RowFile;
}
