import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import type { Role } from '@recourse/core/library'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'

const roles = ['author', 'reviewer', 'administrator'] as const

interface RoleFieldProps {
  readonly role: Role
  readonly onChange: (role: Role) => void
}

/** Each role with what it may do, in the same control. */
export function RoleField({ role, onChange }: RoleFieldProps) {
  return (
    <RadioInputGroup
      name="role"
      value={role}
      description={peopleWords.role}
      onChange={(_, value) => onChange(roles.find(each => each === value) ?? role)}
    >
      {roles.map(each => (
        <RadioInput
          key={each}
          value={each}
          label={
            <span>
              <b>{frameWords.roles[each]}</b> {peopleWords.roleMeaning[each]}
            </span>
          }
        />
      ))}
    </RadioInputGroup>
  )
}
