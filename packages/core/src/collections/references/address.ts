import { type CanvasLink, findCanvasLink, findLeakedToken, type LeakedToken } from './canvas-url.ts'
import { findPackageFile, type PackageFile } from './package-file.ts'

/** What an address turned out to be, read once however often a plan asks; at most one of the three. */
export interface Address {
  readonly url: string
  readonly link: CanvasLink | undefined
  readonly token: LeakedToken | undefined
  readonly packed: PackageFile | undefined
}

export function readAddress(url: string): Address {
  // Left-overs of a copy begin with `$`, as no address does.
  return /^\s*(?:\$|%24)/.test(url)
    ? { url, link: undefined, token: findLeakedToken(url), packed: findPackageFile(url) }
    : { url, link: findCanvasLink(url), token: undefined, packed: undefined }
}
