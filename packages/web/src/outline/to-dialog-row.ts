import type { OutlineDialog } from './outline-dialog.ts'

/** The row whose actions get the focus when the dialog closes. */
export function toDialogRow(dialog: OutlineDialog): string | undefined {
  if ('page' in dialog) return dialog.page.id
  if ('object' in dialog) return dialog.object.id
  return 'module' in dialog ? dialog.module.id : undefined
}
