import { useRef, useState } from 'react'
import { sitting } from '../outline/sitting.ts'

/**
 * Holds the first change of something that other courses show too until it is agreed to; asked once a sitting. `sharedId` is
 * the Learning Object; `undefined`: only this course shows it.
 */
export function useConsent(sharedId: string | undefined) {
  const id = useRef(sharedId)
  id.current = sharedId
  const [held, setHeld] = useState<() => void>()
  const isGiven = () => id.current === undefined || sitting.hasAgreed(id.current)
  const hold = (act: () => void) => setHeld(before => before ?? act)
  const ask = (act: () => void) => (isGiven() ? act() : hold(act))
  return { held, isGiven, hold, ask, close: () => setHeld(undefined) }
}
