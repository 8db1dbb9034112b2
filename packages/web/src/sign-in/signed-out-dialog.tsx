import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sessionEnded } from '../api/session.ts'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { SignInWays } from './sign-in-ways.tsx'

/** Over what is on the screen, so that nothing typed is lost when a session ends under somebody's hands. */
export function SignedOutDialog() {
  const [isOpen, setOpen] = useState(false)
  const queries = useQueryClient()
  const here = useRouterState({ select: state => state.location.href })
  useEffect(() => sessionEnded.subscribe(() => setOpen(true)), [])
  if (!isOpen) return null
  const close = () => setOpen(false)
  const goOn = () => {
    close()
    void queries.invalidateQueries()
  }
  return (
    <Dialog
      title={frameWords.signedOut}
      size="small"
      onClose={close}
      closesOutside={false}
      footer={<Button onClick={close}>{frameWords.cancel}</Button>}
    >
      <Text as="p">{frameWords.signedOutText}</Text>
      <SignInWays to={here} onSignedIn={goOn} />
    </Dialog>
  )
}
