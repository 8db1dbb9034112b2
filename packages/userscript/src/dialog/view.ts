/** Beside where the import stands, a person may look at these. */
export type View = 'main' | 'refresh' | 'history'

export type GoTo = (view: View) => void
