import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Problem } from '../states/problem.tsx'

/** The error boundary of every screen: the frame stays, and the way out of it. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="screen">
      <Problem error={error instanceof Error ? error : new Error(String(error))} onRetry={again} />
    </div>
  )
}
