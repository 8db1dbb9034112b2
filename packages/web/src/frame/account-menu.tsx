import { Avatar } from '@instructure/ui-avatar'
import { IconArrowOpenDownLine } from '@instructure/ui-icons'
import { Menu } from '@instructure/ui-menu'
import { useMe } from '../sign-in/use-me.ts'
import { useSignOut } from '../sign-in/use-sign-out.ts'
import { frameWords } from '../words/frame-words.ts'

/** Who one is here, and the way out. */
export function AccountMenu() {
  const me = useMe()
  const signOut = useSignOut()
  const trigger = (
    <button type="button" className="frame-account" aria-label={frameWords.account(me.name)}>
      <Avatar name={me.name} size="x-small" as="span" />
      <span className="frame-account-name">{me.name}</span>
      <IconArrowOpenDownLine size="x-small" />
    </button>
  )
  return (
    <Menu placement="bottom end" trigger={trigger} label={frameWords.account(me.name)}>
      <Menu.Group label={`${me.email} · ${frameWords.roles[me.role]}`}>
        <Menu.Item onSelect={signOut}>{frameWords.signOut}</Menu.Item>
      </Menu.Group>
    </Menu>
  )
}
