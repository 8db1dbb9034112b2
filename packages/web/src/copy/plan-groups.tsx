import type { CopyRule, CopyTable } from '@recourse/core/library'
import { copyWords } from '../words/copy-words.ts'
import type { CopyReport } from './use-preview.ts'

const rules = ['same', 'new', 'left'] as const
/** Said as people, not as rows. */
const saidElsewhere: readonly CopyTable[] = ['author', 'placement']

/** The plan, per rule: shared, new, left behind, with the counts of the real rows. */
export function PlanGroups({ plan }: { readonly plan: CopyReport['plan'] }) {
  return rules.map(rule => {
    const lines = plan.tables.filter(each => each.rule === rule && !saidElsewhere.includes(each.table)).flatMap(toLine)
    return lines.length === 0 ? null : <PlanGroup key={rule} rule={rule} lines={lines} />
  })
}

function PlanGroup({ rule, lines }: { readonly rule: CopyRule; readonly lines: readonly string[] }) {
  return (
    <div className={`copy-group copy-group-${rule}`}>
      <h4>{copyWords.groups[rule]}</h4>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** Nothing of a kind is no line; what is not counted is named. */
function toLine({ table, count }: CopyReport['plan']['tables'][number]): readonly string[] {
  if (count === 0) return []
  if (count !== null) return [copyWords.tables[table](count)]
  const name = Object.entries(copyWords.uncounted).find(([each]) => each === table)?.[1]
  return name === undefined ? [] : [name]
}
