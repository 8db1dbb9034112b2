import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../api/api.ts'
import { type ActBody, act } from '../api/read.ts'
import { uploadFetch } from './upload-fetch.ts'

type Imported = Extract<ActBody<Awaited<ReturnType<typeof api.imports.$post>>>, { readonly ok: true }>

/** What became of each thing of the file. */
export type ImportReport = Imported['value']

interface Wish {
  readonly file: File
  /** As another course, though the same file has become one already. */
  readonly isAgain: boolean
}

/** Sends a file and has a course made of it; `share` of it has gone. */
export function useImport() {
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const stopping = useRef<AbortController>(undefined)
  const importing = useMutation({
    mutationFn: ({ file, isAgain }: Wish) => {
      setShare(0)
      stopping.current = new AbortController()
      const query = { name: file.name, ...(isAgain && { isAgain: 'true' as const }) }
      return act(api.imports.$post({ query }, { fetch: uploadFetch(file, setShare, stopping.current.signal) }))
    },
    onSuccess: async outcome => {
      if (outcome.ok) await queries.invalidateQueries({ queryKey: ['courses'] })
    },
  })
  return { importing, share, stop: () => stopping.current?.abort() }
}
