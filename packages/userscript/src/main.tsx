import { claimPage } from './company/newer-stays.ts'
import { olderDialog } from './company/older-dialog.ts'
import { startFeatures } from './feature.ts'
import { importDialog } from './import-dialog.tsx'
import { liveCollections } from './live-collections.tsx'

/** Everything the script does on a page of Canvas; one signal takes all of it down again. */
const features = [olderDialog, importDialog, liveCollections]

const controller = new AbortController()
// Pages inside pages (`@noframes` is a userscript manager's; the Theme Editor knows none) are not the Modules page.
if (window === window.top && claimPage(__VERSION__, controller)) startFeatures(features, controller.signal)
