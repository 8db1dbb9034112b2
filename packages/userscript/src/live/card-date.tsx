import type { CardDateParts, CardDateView } from '@recourse/core'
import type { JSX } from 'preact'
import { useLiveUi } from './live-ui.ts'

interface CardDateProps {
  readonly date: CardDateView | null
}

/** The box with a card's date, as a leaf of a calendar. */
export function DateBox({ date }: CardDateProps): JSX.Element | null {
  const { until } = useLiveUi().texts.live
  if (date === null) return null
  return (
    <div class="date">
      {date.label !== '' && <span class="date-label">{date.label}</span>}
      <span class="date-days">
        <DateLeaf parts={date.from} />
        {date.to !== null && <span class="date-until">{until}</span>}
        {date.to !== null && <DateLeaf parts={date.to} />}
      </span>
    </div>
  )
}

function DateLeaf({ parts }: { readonly parts: CardDateParts }): JSX.Element {
  const { time, day, date, month } = parts
  return (
    <span class="leaf">
      {day !== '' && <span class="leaf-day">{day}</span>} {date !== '' && <span class="leaf-date">{date}</span>}{' '}
      {month !== '' && <span class="leaf-month">{month}</span>} {time !== '' && <span class="leaf-time">{time}</span>}
    </span>
  )
}

/** `<label> <time> <day> <date> <month>[ – …]`, as the table has it (collections-1.3 §1.2). */
export function DateLine({ date }: CardDateProps): JSX.Element | null {
  const { until } = useLiveUi().texts.live
  if (date === null) return null
  const ends = [date.from, ...(date.to === null ? [] : [date.to])].map(partsLine).filter(line => line !== '')
  return <>{[date.label, ends.join(` ${until} `)].filter(part => part !== '').join(' ')}</>
}

function partsLine({ time, day, date, month }: CardDateParts): string {
  return [time, day, date, month].filter(part => part !== '').join(' ')
}
