import type { ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import { Section } from './section.tsx'
import { useUi } from './ui.ts'

interface Group {
  readonly title: string
  readonly lines: readonly string[]
}

/** What is worth knowing and needs no decision. */
export function DetailsSection({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts } = useUi()
  const groups = toGroups(plan, texts).filter(({ lines }) => lines.length > 0)
  if (groups.length === 0) return null
  return (
    <Section title={texts.details.heading}>
      {groups.map(({ title, lines }) => (
        <details key={title}>
          <summary>{title}</summary>
          <ul class="plain-list">
            {lines.map((line, at) => (
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}

function toGroups(plan: ReadyPlan, texts: Texts): readonly Group[] {
  const { details, candidates } = texts
  const { size, page } = plan
  const included = plan.pages.filter(({ use, verdict }) => use === 'include' || verdict === 'missing')
  const astray = plan.links.filter(({ verdict }) => verdict !== 'here' && verdict !== 'moved')
  return [
    { title: details.unread, lines: plan.unread },
    { title: details.notes, lines: plan.notes.map(({ text }) => text) },
    {
      title: details.pages,
      lines: included.map(row => details.page(row.newTitle, row.collection, details.pageVerdict[row.verdict])),
    },
    { title: details.links, lines: astray.map(({ moduleName, url }) => details.link(moduleName, url)) },
    { title: candidates.others, lines: page.others.map(({ title, slug }) => `${title} (${slug})`) },
    {
      title: texts.nearLimit(size.length, size.limit),
      lines: size.largest.map(({ name, length }) => `${name}: ${texts.characters(length)}`),
    },
  ]
}
