import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { historyWords } from '../words/history-words.ts'
import { type Box, boxHeight, boxWidth } from './lay-out-related.ts'

/** A link within a drawing, typed and followed as all others. */
const DrawnLink = createLink((given: ComponentProps<'a'>) => <a {...given} />)

interface RelatedBoxProps {
  readonly box: Box
  readonly isHere: boolean
}

/** One course, which may be gone to; or those that one may not open, counted. */
export function RelatedBox({ box, isHere }: RelatedBoxProps) {
  const { course, count } = box.node
  const at = `translate(${box.x} ${box.y})`
  if (course === null) {
    return (
      <g transform={at} className="related-hidden">
        <BoxText title={historyWords.hiddenShort(count)} />
      </g>
    )
  }
  const note = isHere ? historyWords.thisCourse : box.node.isTrashed ? historyWords.inTrash : undefined
  const inside = <BoxText title={course.title} note={note} />
  if (isHere || box.node.isTrashed) {
    return (
      <g transform={at} className={isHere ? 'related-here' : 'related-hidden'}>
        {inside}
      </g>
    )
  }
  return (
    <g transform={at}>
      <DrawnLink to="/courses/$courseId/related" params={{ courseId: course.courseId }} aria-label={course.title}>
        {inside}
      </DrawnLink>
    </g>
  )
}

const LONGEST = 27

function BoxText({ title, note }: { readonly title: string; readonly note?: string | undefined }) {
  const letters = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment)
  const shown = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : title
  return (
    <>
      <title>{title}</title>
      <rect width={boxWidth} height={boxHeight} rx="6" className="related-box" />
      <text x={boxWidth / 2} y={note ? 23 : 31} textAnchor="middle" className="related-title" unicodeBidi="plaintext">
        {shown}
      </text>
      {note && (
        <text x={boxWidth / 2} y={41} textAnchor="middle" className="related-note">
          {note}
        </text>
      )}
    </>
  )
}
