import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Toast } from './toast.ts'
import { ToastStack } from './toast-stack.tsx'
import { type ShowToast, ToastContext } from './use-toast.ts'

const MOST = 4
let lastId = 0

/** Keeps the toasts of the whole app, and shows them. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const show = useCallback<ShowToast>(toast => {
    lastId += 1
    const id = lastId
    setToasts(before => [...before, { ...toast, id }].slice(-MOST))
  }, [])
  const dismiss = useCallback((id: number) => setToasts(before => before.filter(toast => toast.id !== id)), [])
  const stack = useMemo(() => <ToastStack toasts={toasts} onDismiss={dismiss} />, [toasts, dismiss])
  return (
    <ToastContext.Provider value={show}>
      {children}
      {stack}
    </ToastContext.Provider>
  )
}
