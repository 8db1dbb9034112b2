import type { ComponentChildren, JSX } from 'preact'

interface SectionProps {
  readonly title: string
  readonly count?: string
  readonly meaning?: string
  readonly children: ComponentChildren
}

export function Section({ title, count, meaning, children }: SectionProps): JSX.Element {
  return (
    <section class="section">
      <h3>
        {title}
        {count !== undefined && <span class="count"> · {count}</span>}
        {meaning !== undefined && <span class="meaning">{meaning}</span>}
      </h3>
      {children}
    </section>
  )
}
