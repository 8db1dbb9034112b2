import { IconMoreLine } from '@instructure/ui-icons'
import { Menu } from '@instructure/ui-menu'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { outlineWords } from '../words/outline-words.ts'

interface RowMenuProps {
  readonly id: string
  readonly name: string
  readonly children: () => ReactNode
}

/** The actions of one row. The menu itself is made when it is first opened: a course may have a thousand rows. */
export function RowMenu({ id, name, children }: RowMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const trigger = (
    <button
      ref={button}
      type="button"
      className="outline-more"
      data-menu-of={id}
      aria-label={outlineWords.menuOf(name)}
      aria-haspopup="true"
      onClick={isOpen ? undefined : () => setOpen(true)}
    >
      <IconMoreLine />
    </button>
  )
  if (!isOpen) return trigger
  return (
    <Menu
      show
      placement="bottom end"
      trigger={trigger}
      label={outlineWords.menuOf(name)}
      onToggle={show => !show && setOpen(false)}
    >
      {children()}
    </Menu>
  )
}
