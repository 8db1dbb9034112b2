/** Puts the focus on the actions of a row, once it is drawn where it stands now. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-menu-of="${CSS.escape(id)}"]`)?.focus()
  })
}
