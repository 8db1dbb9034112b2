/** "Week 1" → "Week 1 Copy" → "Week 1 Copy 2": the first that is free (canvas-lms `get_copy_title`). */
export function copyTitle(title: string, isTaken: (title: string) => boolean): string {
  const match = /^(.*) Copy(?: (\d+))?$/su.exec(title)
  const base = `${match?.[1] ?? title} Copy`
  let number = match ? Number(match[2] ?? 1) + 1 : 1
  const toTitle = () => (number === 1 ? base : `${base} ${number}`)
  while (isTaken(toTitle())) number += 1
  return toTitle()
}
