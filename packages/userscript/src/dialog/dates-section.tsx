import type { DatePlan, DateRow, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { Section } from './section.tsx'
import { useUi } from './ui.ts'

const WEEK = 7
const MOST_WEEKS = 520

/** Dates on cards are text, which Canvas's own shift does not reach (design *Dates*). */
export function DatesSection({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts } = useUi()
  const { dates } = plan
  if (dates.rows.length === 0 && dates.inTexts.length === 0) return null
  return (
    <Section title={texts.dates.heading}>
      {dates.rows.length > 0 && (
        <>
          <p>
            {texts.dates.why} {proposalWords(dates, texts.dates)}
          </p>
          {plan.mayEdit && <DateChoices dates={dates} />}
          <DateTable dates={dates} />
        </>
      )}
      <DatesInTexts dates={dates} />
    </Section>
  )
}

function proposalWords({ proposedDays, basis }: DatePlan, texts: ReturnType<typeof useUi>['texts']['dates']): string {
  return proposedDays === null || basis === null ? texts.noProposal : texts.proposed(proposedDays, texts[basis])
}

function DateChoices({ dates }: { readonly dates: DatePlan }): JSX.Element {
  const { texts, session } = useUi()
  const move = (days: number): void => session.choose({ dates: { kind: 'shift', days } })
  const days = dates.act === 'shift' ? dates.days : (dates.proposedDays ?? 0)
  return (
    <fieldset class="options">
      <legend class="spoken">{texts.dates.heading}</legend>
      <div class="check">
        <label>
          <input type="radio" name="recourse-dates" checked={dates.act === 'shift'} onChange={() => move(days)} />{' '}
          {texts.dates.move}
        </label>{' '}
        <input
          type="number"
          class="weeks"
          step="1"
          min={-MOST_WEEKS}
          max={MOST_WEEKS}
          aria-label={texts.dates.weeksLabel}
          value={Math.round(days / WEEK)}
          onInput={event => {
            const weeks = event.currentTarget.valueAsNumber
            if (Number.isInteger(weeks) && Math.abs(weeks) <= MOST_WEEKS) move(weeks * WEEK)
          }}
        />{' '}
        {texts.dates.weeks}
      </div>
      {(['keep', 'clear'] as const).map(kind => (
        <label class="check" key={kind}>
          <input
            type="radio"
            name="recourse-dates"
            checked={dates.act === kind}
            onChange={() => session.choose({ dates: { kind } })}
          />
          <span>{texts.dates[kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function DateTable({ dates }: { readonly dates: DatePlan }): JSX.Element {
  const { texts } = useUi()
  return (
    <details>
      <summary>{texts.dates.table(dates.rows.length)}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.dates.module}</th>
            <th scope="col">{texts.dates.old}</th>
            <th scope="col">{texts.dates.now}</th>
          </tr>
        </thead>
        <tbody>
          {dates.rows.map(row => (
            <DateCells key={`${row.key} ${row.which}`} row={row} act={dates.act} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function DateCells({ row, act }: { readonly row: DateRow; readonly act: DatePlan['act'] }): JSX.Element {
  const { texts, format } = useUi()
  const now = (): string => {
    if (act === 'clear') return texts.dates.cleared
    if (row.oldOn === null) return texts.dates.notADay
    return row.newOn === null || row.newOn === row.oldOn ? texts.dates.same : format.day(row.newOn)
  }
  return (
    <tr>
      <td data-label={texts.dates.module}>
        {row.moduleName} <span class="quiet">{row.which === 'from' ? texts.dates.from : texts.dates.to}</span>
      </td>
      <td data-label={texts.dates.old}>{row.oldOn === null ? `“${row.oldText}”` : format.day(row.oldOn)}</td>
      <td data-label={texts.dates.now}>{now()}</td>
    </tr>
  )
}

function DatesInTexts({ dates }: { readonly dates: DatePlan }): JSX.Element | null {
  const { texts } = useUi()
  if (dates.inTexts.length === 0) return null
  return (
    <>
      <p>{texts.dates.inTexts}</p>
      <ul class="plain-list">
        {dates.inTexts.map(({ key, field, found, moduleName }, at) => (
          <li key={`${key} ${field} ${at}`}>{texts.dates.inText(found, field, moduleName)}</li>
        ))}
      </ul>
    </>
  )
}
