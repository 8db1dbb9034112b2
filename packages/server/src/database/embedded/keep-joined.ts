import type { Cluster } from './cluster.ts'
import { join, leave, type Membership } from './membership.ts'
import type { Postmaster } from './postmaster.ts'

/** A membership that outlives the server: when that is killed under us, it is started again. */
export interface Presence extends AsyncDisposable {
  readonly postmaster: Postmaster
}

export async function keepJoined(cluster: Cluster): Promise<Presence> {
  let current: Promise<Membership | undefined>
  let leaving = false
  const watch = (membership: Membership): Membership => {
    membership.client.once('end', () => {
      if (!leaving) current = join(cluster).then(watch, forget)
    })
    return membership
  }
  const first = watch(await join(cluster))
  current = Promise.resolve(first)
  const dispose = async (): Promise<void> => {
    leaving = true
    const membership = await current
    if (membership !== undefined) await leave(membership, cluster)
  }
  return { postmaster: first.postmaster, [Symbol.asyncDispose]: dispose }
}

/** It cannot be started again: whoever asks it something next is told, and this process goes on. */
const forget = (): undefined => undefined
