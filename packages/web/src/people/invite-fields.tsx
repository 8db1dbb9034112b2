import { TextInput } from '@instructure/ui-text-input'
import type { Role } from '@recourse/core/library'
import { peopleWords } from '../words/people-words.ts'
import { RoleField } from './role-field.tsx'

export interface Invitation {
  readonly name: string
  readonly email: string
  readonly role: Role
}

export function isInvitation({ name, email }: Invitation): boolean {
  return name.trim() !== '' && isEmail(email)
}

/** Rough: whether it is one is seen when somebody signs in with it. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim())
}

interface InviteFieldsProps {
  readonly invitation: Invitation
  readonly onChange: (invitation: Invitation) => void
  readonly isTried: boolean
}

export function InviteFields({ invitation, onChange, isTried }: InviteFieldsProps) {
  const { name, email, role } = invitation
  const set = (fields: Partial<Invitation>) => onChange({ ...invitation, ...fields })
  return (
    <>
      <TextInput
        renderLabel={peopleWords.name}
        value={name}
        onChange={(_, value) => set({ name: value })}
        messages={isTried && name.trim() === '' ? [{ type: 'newError', text: peopleWords.nameMissing }] : []}
      />
      <TextInput
        type="email"
        renderLabel={peopleWords.email}
        value={email}
        onChange={(_, value) => set({ email: value })}
        messages={isTried && !isEmail(email) ? [{ type: 'newError', text: peopleWords.emailWrong }] : []}
      />
      <RoleField role={role} onChange={value => set({ role: value })} />
    </>
  )
}
