import type { Reference } from '@recourse/core/library'
import { pageWords } from '../words/page-words.ts'
import { isWeb } from './describe-link.ts'
import type { GuideItem, GuideLink } from './page-guide.ts'

export const linkKinds = ['address', 'page', 'resource', 'term'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What was chosen for a link to lead to, and by what name it is written where no words are selected. */
export interface LinkChoice {
  readonly reference: Reference
  readonly name: string
  /** What is to be known to show where it leads. */
  readonly item?: GuideItem
  readonly link?: GuideLink
}

/** Where a link leads, as the dialog holds it. */
export interface LinkDraft {
  readonly kind: LinkKind
  readonly address: string
  readonly choice: LinkChoice | undefined
}

/** `example.org` is written by many; it is meant as an address of the web. */
export function toAddress(text: string): string {
  const address = text.trim()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !isWeb(address)) return `mailto:${address}`
  return isWeb(address) || !/^[^\s/:]+\.[^\s]+$/.test(address) ? address : `https://${address}`
}

/** What is wrong with an address; `undefined`: nothing. */
export function findAddressFault(text: string): string | undefined {
  const address = toAddress(text)
  const isWhole = isWeb(address) && URL.canParse(address) && !/\s/.test(address)
  return isWhole ? undefined : pageWords.addressWrong
}
