import type { OnDuplicate } from './file.ts'
import { type NewFolder, parentBody } from './folder.ts'
import { boolean, either, map, named, number, object, or, orNull, record, type Shape, string } from './shape.ts'

/** Where Canvas wants the bytes: opaque, signed, good for about 30 minutes. */
export interface UploadTarget {
  readonly url: string
  /** Form fields, in the order in which they must be sent. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
}

const fieldValue = map(or(either(either(string, number), boolean), ''), value => String(value))

export const uploadTarget: Shape<UploadTarget> = object({
  url: named('upload_url', string),
  fields: named(
    'upload_params',
    map(or(record(fieldValue), {}), params => Object.entries(params)),
  ),
  fileField: named('file_param', or(string, 'file')),
})

/** The confirmation may come in the body, for browsers, which cannot read the `Location` of another host. */
export const uploadConfirmation = object({ location: orNull(string) })

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
