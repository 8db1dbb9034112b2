import type { MergePlan, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { Section } from './section.tsx'
import { useUi } from './ui.ts'

/** A second copy has replaced this course's own Collections: keeping them is offered first (design *Facts* 3). */
export function MergeSection({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts, format, session } = useUi()
  const { merge, choices } = plan
  if (merge === null) return null
  const options = [
    { action: 'keep-own', name: texts.merge.keepOwn, what: texts.merge.keepOwnWhat },
    { action: 'proceed', name: texts.merge.join, what: texts.merge.joinWhat(merge.kept.length, merge.taken.length) },
  ] as const
  return (
    <Section title={texts.merge.heading}>
      <p>{texts.merge.intro(format.instant(merge.updatedAt))}</p>
      {plan.mayEdit && (
        <fieldset class="options">
          <legend class="spoken">{texts.merge.heading}</legend>
          {options.map(({ action, name, what }) => (
            <label class="check" key={action}>
              <input
                type="radio"
                name="recourse-action"
                checked={choices.action === action}
                onChange={() => session.choose({ action })}
              />
              <span>
                <strong>{name}</strong>
                <span class="quiet block">{what}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <MergedFields title={texts.merge.taken} fields={merge.taken} />
      <MergedFields title={texts.merge.kept} fields={merge.kept} />
    </Section>
  )
}

interface MergedFieldsProps {
  readonly title: string
  readonly fields: MergePlan['kept']
}

function MergedFields({ title, fields }: MergedFieldsProps): JSX.Element | null {
  const { texts, format } = useUi()
  if (fields.length === 0) return null
  return (
    <details>
      <summary>
        {title} · {format.number(fields.length)}
      </summary>
      <ul class="plain-list">
        {fields.map(({ key, name, field }) => (
          <li key={`${key} ${name} ${field}`}>
            {key === '' ? texts.merge.collection(name) : name}: {field}
          </li>
        ))}
      </ul>
    </details>
  )
}
