import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useToast } from '../toasts/use-toast.ts'
import { libraryWords } from '../words/library-words.ts'
import { sendFile } from './send-file.ts'
import type { KnownItem } from './use-items.ts'

interface FileWish {
  readonly file: File
  /** The revision that was seen. */
  readonly base: string | undefined
}

/** Sends a file, tells how far it is, and stops when that is no longer wanted. */
export function useSendFile(item: KnownItem | undefined, onClose: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  const [percent, setPercent] = useState(0)
  const stopper = useRef(new AbortController())
  const sending = useMutation({
    mutationFn: ({ file, base }: FileWish) => {
      const instead = item && base !== undefined ? { instead: { itemId: item.itemId, baseRevisionId: base } } : {}
      return sendFile({ file, ...instead, signal: stopper.current.signal, onProgress: setPercent })
    },
    onSuccess: async (outcome, { file }) => {
      if (outcome.ok) {
        const text = item ? libraryWords.updated(item.name) : libraryWords.created(file.name)
        toast({ text, tone: 'done', changeId: outcome.changeId })
        onClose()
      }
      await queries.invalidateQueries({ queryKey: ['items'] })
    },
  })
  const stop = () => {
    stopper.current.abort()
    onClose()
  }
  return { sending, percent, stop }
}
