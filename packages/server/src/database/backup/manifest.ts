import { z } from 'zod'

/** `recourse.json` of a backup, written after everything else: a file without it is not whole. */
export const manifestSchema = z.object({
  format: z.literal('recourse-backup'),
  formatVersion: z.literal(1),
  /** Of Recourse. */
  program: z.string(),
  postgres: z.number(),
  createdAt: z.iso.datetime(),
  /** Of the tables: those up to here made them. */
  migrations: z.array(z.object({ version: z.number(), name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  /** Last number given out. */
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
})

export type Manifest = Readonly<z.infer<typeof manifestSchema>>

export const MANIFEST_NAME = 'recourse.json'

/** A table's rows, as `COPY` writes them. */
export function toEntryName(table: string): string {
  return `tables/${table}.copy`
}
