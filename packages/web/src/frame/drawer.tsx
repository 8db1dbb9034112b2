import { Button, CloseButton, IconButton } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { IconHamburgerLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { Tray } from '@instructure/ui-tray'
import { useState } from 'react'
import { useMe } from '../sign-in/use-me.ts'
import { useSignOut } from '../sign-in/use-sign-out.ts'
import { frameWords } from '../words/frame-words.ts'
import { Navigation } from './navigation.tsx'

/** The navigation where the bar is too narrow for it. */
export function Drawer() {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className="frame-menu-button">
      <IconButton
        screenReaderLabel={frameWords.openMenu}
        renderIcon={<IconHamburgerLine />}
        color="primary-inverse"
        withBackground={false}
        withBorder={false}
        onClick={() => setOpen(true)}
      />
      <Tray label={frameWords.navigation} open={isOpen} onDismiss={close} placement="start" size="small" enableMask>
        <div className="drawer">
          <div className="drawer-head">
            <Heading level="h2" variant="titleCardRegular">
              {frameWords.product}
            </Heading>
            <CloseButton screenReaderLabel={frameWords.closeMenu} onClick={close} />
          </div>
          <nav aria-label={frameWords.navigation}>
            <Navigation onGo={close} />
          </nav>
          <DrawerAccount />
        </div>
      </Tray>
    </div>
  )
}

function DrawerAccount() {
  const me = useMe()
  const signOut = useSignOut()
  return (
    <div className="drawer-account stack-tight">
      <Text weight="bold">
        <span className="name">{me.name}</span>
      </Text>
      <Text size="small" color="secondary">
        <span className="name">{`${me.email} · ${frameWords.roles[me.role]}`}</span>
      </Text>
      <div>
        <Button onClick={signOut}>{frameWords.signOut}</Button>
      </div>
    </div>
  )
}
