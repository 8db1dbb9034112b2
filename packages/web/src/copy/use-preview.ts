import type { CopyMode } from '@recourse/core/library'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/api.ts'
import { ApiFault } from '../api/api-fault.ts'
import { read } from '../api/read.ts'
import { isTitle } from '../courses/title-field.tsx'
import type { CopyForm } from './copy-wishes.ts'

const SETTLES_MS = 400

/** The dry run: the copy itself, carried out and taken back, whenever something that it depends on has changed. */
export function usePreview(courseId: string, mode: CopyMode, { title, keepsAuthors }: CopyForm) {
  const settled = useSettled(title)
  return useQuery({
    queryKey: ['course', courseId, 'dry-run', mode, settled, keepsAuthors],
    enabled: isTitle(settled),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const json = { mode, title: settled, keepsAuthors, isDryRun: true }
      return read(api.courses[':courseId'].copies.$post({ param: { courseId }, json }, { init: { signal } }))
    },
    select: outcome => outcome.value,
    retry: (count, error) => count < 1 && error instanceof ApiFault && error.kind === 'unreachable',
    staleTime: 5_000,
  })
}

export type Preview = ReturnType<typeof usePreview>
export type CopyReport = NonNullable<Preview['data']>

/** The title when the typing pauses. */
function useSettled(title: string): string {
  const [settled, setSettled] = useState(title)
  useEffect(() => {
    const clock = setTimeout(() => setSettled(title), SETTLES_MS)
    return () => clearTimeout(clock)
  }, [title])
  return settled.trim()
}
