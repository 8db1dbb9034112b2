import { Link } from '@instructure/ui-link'
import { Text } from '@instructure/ui-text'
import { libraryWords } from '../words/library-words.ts'
import { toFileSize } from './file-size.ts'
import { textOf, toText } from './item-text.ts'
import type { Item } from './use-items.ts'

/** What an item says, in a line or two. */
export function ItemContent({ item }: { readonly item: Pick<Item, 'kind' | 'content'> }) {
  const { kind, content } = item
  if (kind === 'term') {
    return (
      <Text as="p">
        <span className="name item-definition">{toText(textOf(content, 'text'))}</span>
      </Text>
    )
  }
  if (kind === 'resource') return <WebAddress url={textOf(content, 'url')} />
  const size = typeof content.size === 'number' ? toFileSize(content.size) : libraryWords.kindOf.media
  return (
    <Text size="small" color="secondary">
      <span className="name">{[textOf(content, 'fileName'), size].filter(each => each !== '').join(' · ')}</span>
    </Text>
  )
}

function WebAddress({ url }: { readonly url: string }) {
  if (!/^https?:/i.test(url)) return <Text size="small">{url}</Text>
  return (
    <span>
      <Link href={url} target="_blank" rel="noreferrer" isWithinText={false}>
        <span className="name item-url">{url}</span>
      </Link>
    </span>
  )
}
