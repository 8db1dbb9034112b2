import { HTTPException } from 'hono/http-exception'

/** Files that one person may send at the same moment: each waits on the disk until it is there as a whole. */
export const AT_ONCE = 4

/** How many come from each person now; of this process, as the disk is. */
const arriving = new Map<string, number>()

/** A place among those files, until it is let go of. Refused where they are taken. */
export function takePlace(personId: string): Disposable {
  const taken = arriving.get(personId) ?? 0
  if (taken >= AT_ONCE) {
    const message = `You are sending ${taken} files already. Wait until one of them is there, then send this again.`
    throw new HTTPException(429, { message })
  }
  arriving.set(personId, taken + 1)
  return { [Symbol.dispose]: () => leavePlace(personId) }
}

function leavePlace(personId: string): void {
  const left = (arriving.get(personId) ?? 0) - 1
  if (left > 0) arriving.set(personId, left)
  else arriving.delete(personId)
}
