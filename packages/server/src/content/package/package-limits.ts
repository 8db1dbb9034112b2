const MEGABYTE = 1024 * 1024

export interface PackageLimits {
  /** The package itself. */
  readonly packageBytes: number
  readonly entries: number
  /** Everything in it, unpacked. */
  readonly totalBytes: number
  /** One file of text, and all of them. */
  readonly textBytes: number
  readonly allTextBytes: number
  /** Tags in all its texts: each becomes a thing in memory. */
  readonly tags: number
  /** How many times larger than the package its contents may be. */
  readonly ratio: number
  /** Below this many bytes no ratio makes a bomb. */
  readonly harmlessBytes: number
}

/** No course that we know comes near any of them. */
export const packageLimits: PackageLimits = {
  packageBytes: 1024 * MEGABYTE,
  entries: 20_000,
  totalBytes: 2048 * MEGABYTE,
  textBytes: 16 * MEGABYTE,
  allTextBytes: 64 * MEGABYTE,
  tags: 2_000_000,
  ratio: 200,
  harmlessBytes: 50 * MEGABYTE,
}
