import { Text } from '@instructure/ui-text'
import type { PageContent } from '@recourse/core/library'
import { toText } from '../library/item-text.ts'
import { pageWords } from '../words/page-words.ts'
import { ElementMarkup } from './element-markup.tsx'
import type { PageGuide } from './page-guide.ts'

interface ConflictSideProps {
  readonly label: string
  readonly at: string
  readonly content: PageContent
  readonly guide: PageGuide
}

const BEGINNING = 40

/** What one of the two made of it. */
export function ConflictSide({ label, at, content, guide }: ConflictSideProps) {
  return (
    <div className="conflict-side stack-tight">
      <Text weight="bold">{label}</Text>
      <SideContent at={at} content={content} guide={guide} />
    </div>
  )
}

function SideContent({ at, content, guide }: Omit<ConflictSideProps, 'label'>) {
  const { title, blocks } = content
  if (at === 'title') return <p className="name">{title}</p>
  if (at === 'order') {
    return (
      <ol>
        {blocks.map(({ id, text }) => (
          <li key={id} className="name">
            {toText(text).slice(0, BEGINNING) || pageWords.noText}
          </li>
        ))}
      </ol>
    )
  }
  const block = blocks.find(({ id }) => id === at)
  return block === undefined ? <p>{pageWords.deletedThere}</p> : <ElementMarkup block={block} guide={guide} />
}
