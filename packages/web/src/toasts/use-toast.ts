import { createContext, useContext } from 'react'
import type { NewToast } from './toast.ts'

export type ShowToast = (toast: NewToast) => void

export const ToastContext = createContext<ShowToast>(() => undefined)

/** Says what was done, with Undo where there is a change to take back. */
export function useToast(): ShowToast {
  return useContext(ToastContext)
}
