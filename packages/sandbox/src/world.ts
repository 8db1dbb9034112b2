import type { Rows } from './model.ts'

/** Behaviours that differ between Canvas installations and cannot be known from outside (site-admin flags). */
export interface SandboxFlags {
  /** `precise_link_replacements`: on, only attributes are rewritten by a copy; off ("string"), tokens leak into text. */
  readonly preciseLinks: boolean
  /** `api_auth_error_updates`: a forbidden call answers 403 instead of 401. */
  readonly forbiddenIs403: boolean
  /** `content_migration_asset_map_v2`: mapping entries keyed by migration id besides those keyed by id. */
  readonly assetMapV2: boolean
  /** `permanent_page_links`: titles may repeat, former slugs keep resolving. */
  readonly permanentPageLinks: boolean
  /** `while(1);` before JSON under a browser session, as in older versions. */
  readonly jsonPrefix: boolean
  /** Throttling by the documented leaky bucket. */
  readonly throttle: boolean
  /** Uploads confirm by 201 and a body, or by a redirect. */
  readonly uploadConfirm: 'created' | 'redirect'
}

/** One sandbox: its rows, its flags, its clock, and the source of ids. Passed to everything that acts. */
export interface World {
  readonly rows: Rows
  readonly flags: SandboxFlags
  /** Address under which this Canvas is known, without a trailing slash: `https://canvas.test`. */
  readonly origin: string
  /** The clock, as milliseconds since 1970; tests hand in their own. */
  readonly nowMs: () => number
  /** ISO-8601 UTC without milliseconds, as Canvas writes instants. */
  readonly nowIso: () => string
  /** Next id of a kind of row. */
  readonly nextId: (kind: keyof Rows | 'revision' | 'issue' | 'template') => number
  /** Opaque random text (uuids, verifiers, upload signatures). */
  readonly randomText: () => string
}
