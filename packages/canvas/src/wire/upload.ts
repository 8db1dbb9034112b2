import * as z from 'zod/mini'
import type { OnDuplicate } from './file.ts'
import { type NewFolder, parentBody } from './folder.ts'
import { or, orNull } from './optional.ts'

/** Where Canvas wants the bytes: opaque, signed, good for about 30 minutes. */
export interface UploadTarget {
  readonly url: string
  /** Form fields, in the order in which they must be sent. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
}

const fieldValue = z.pipe(
  z.nullable(z.union([z.string(), z.number(), z.boolean()])),
  z.transform(value => String(value ?? '')),
)

export const uploadTarget: z.ZodMiniType<UploadTarget> = z.pipe(
  z.object({
    upload_url: z.string(),
    upload_params: or(z.record(z.string(), fieldValue), {}),
    file_param: or(z.string(), 'file'),
  }),
  z.transform(wire => ({
    url: wire.upload_url,
    fields: Object.entries(wire.upload_params),
    fileField: wire.file_param,
  })),
)

/** The confirmation may come in the body, for browsers, which cannot read the `Location` of another host. */
export const uploadConfirmation = z.object({ location: orNull(z.string()) })

export interface NewFile {
  readonly name: string
  readonly content: Blob
  /** Default: the blob's own, else Canvas guesses by the name. */
  readonly contentType?: string
  /** Default: the folder "unfiled". A path is from the root and made where missing. */
  readonly parent?: NewFolder['parent']
  /** Default `overwrite`, as in Canvas. */
  readonly onDuplicate?: OnDuplicate
}

export function uploadBody(input: NewFile): object {
  return {
    name: input.name,
    size: input.content.size,
    content_type: input.contentType ?? (input.content.type || undefined),
    on_duplicate: input.onDuplicate ?? 'overwrite',
    ...parentBody(input.parent),
  }
}
