import type { PageContent } from '@recourse/core/library'
import { toText } from '../library/item-text.ts'
import { proposalWords } from '../words/proposal-words.ts'
import { diffPage, type Run } from './diff-page.ts'

/** What changes, with the words that go struck out and those that come underlined: it is told without colours too. */
export function PageChanges({ from, to }: { readonly from: PageContent; readonly to: PageContent }) {
  const { title, blocks, isReordered } = diffPage(from, to, toText)
  if (title === null && blocks.length === 0 && !isReordered) return <p>{proposalWords.unchanged}</p>
  return (
    <dl className="proposal-changes" aria-label={proposalWords.changed}>
      {title && <Change label={proposalWords.pageTitle} runs={title} />}
      {blocks.map(({ id, kind, runs }) => (
        <Change key={id} label={proposalWords[kind]} runs={runs} />
      ))}
      {isReordered && <dt>{proposalWords.moved}</dt>}
    </dl>
  )
}

function Change({ label, runs }: { readonly label: string; readonly runs: readonly Run[] }) {
  const isEmpty = runs.every(({ text }) => text.trim() === '')
  return (
    <>
      <dt>{label}</dt>
      <dd className="name">{isEmpty ? proposalWords.noText : runs.map(toMarked)}</dd>
    </>
  )
}

function toMarked({ text, kind }: Run, index: number) {
  if (kind === 'added') return <ins key={index}>{text}</ins>
  if (kind === 'removed') return <del key={index}>{text}</del>
  return text
}
