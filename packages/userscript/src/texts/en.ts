import { createLiveEnglish } from './en-live.ts'
import type { Format } from './format.ts'

/**
 * Every word of the dialog, in English; the type of all other languages. Names of people's things come in as
 * arguments and are quoted; the reference's names stand beside their meaning (design *Words*).
 */
export function createEnglish(format: Format) {
  const { count, isOne, number, list } = format
  const modules = (n: number): string => count(n, { one: 'module', other: 'modules' })
  const images = (n: number): string => count(n, { one: 'image', other: 'images' })
  const dates = (n: number): string => count(n, { one: 'date', other: 'dates' })
  const entries = (n: number): string => count(n, { one: 'entry', other: 'entries' })
  const things = (n: number): string => count(n, { one: 'thing', other: 'things' })
  const collections = (n: number): string => count(n, { one: 'collection', other: 'collections' })
  const weeks = (days: number): string =>
    days % 7 === 0
      ? count(Math.abs(days) / 7, { one: 'week', other: 'weeks' })
      : count(Math.abs(days), { one: 'day', other: 'days' })

  return {
    title: 'How to proceed with the import of Canvas Collections configuration?',
    close: 'Close',
    tabs: { label: 'What the import would do', summary: 'Summary', modules: 'Modules', images: 'Images' },
    toLookAt: (n: number) => `${things(n)} to look at`,
    proceed: { name: 'Proceed', meaning: "bring last term's Collections over" },
    keepOwn: { name: 'Keep', meaning: "keep this course's own Collections" },
    joinBoth: { name: 'Proceed', meaning: "join last term's Collections with this course's own" },
    cancel: { name: 'Cancel', meaning: 'decide later; nothing changes' },
    refresh: { name: 'Refresh', meaning: 'start again with empty Collections' },
    back: 'Back',
    again: 'Look again',
    tryAgain: 'Try again',

    reading: 'Reading this course …',
    course: {
      from: 'From',
      to: 'Into',
      unknown: 'a course that the page does not name',
      unconfirmed: (id: string) => `course ${id} (not confirmed)`,
      through: (n: number) => `through ${count(n, { one: 'course', other: 'courses' })} in between`,
      page: 'Configuration page',
      published: 'published',
      unpublished: 'not published',
      foundOn: (title: string) => `read from the page “${title}”`,
    },

    verdict: {
      clean: (n: number) =>
        n === 0
          ? 'Clean: Proceed brings everything over.'
          : isOne(n)
            ? 'Clean: the one module was found. Proceed brings everything over.'
            : `Clean: all ${number(n)} modules were found. Proceed brings everything over.`,
      safe: (found: number, all: number) =>
        `Safe: ${number(found)} of ${modules(all)} found, and nothing of last term's Collections is lost.`,
      person: (n: number, found: number, all: number) =>
        `${things(n)} to look at. ${number(found)} of ${modules(all)} found; nothing is lost either way.`,
      blocked: 'This cannot be imported just now.',
      keepOwn: "Keep: this course's own Collections come back as they were before the copy.",
      readOnly: 'You can see what an import would do. Changing it needs the right to edit pages.',
    },
    askTeacher: 'Ask a teacher of this course',

    reasons: {
      heading: 'To look at',
      show: 'Show',
      'not-matched': (n: number) =>
        `${modules(n)} of last term's Collections ${isOne(n) ? 'has' : 'have'} no match here: pair by hand, or Proceed keeps ${isOne(n) ? 'it' : 'them'} for later.`,
      similar: (n: number) =>
        `${modules(n)} ${isOne(n) ? 'is' : 'are'} probably here under another name: say yes or no.`,
      'duplicate-names': (n: number) =>
        `${modules(n)} ${isOne(n) ? 'has' : 'have'} a name that several modules bear: say which is which.`,
      'missing-image': (n: number) =>
        `${count(n, { one: 'image or file is', other: 'images or files are' })} missing or cannot be checked: Proceed leaves ${isOne(n) ? 'its link as it is' : 'their links as they are'}.`,
      'foreign-image': (n: number) =>
        `${images(n)} ${isOne(n) ? 'is' : 'are'} in another course: students may not see ${isOne(n) ? 'it' : 'them'}.`,
      'two-configurations': 'Several pages hold a configuration: choose the one to import.',
      'own-configuration-replaced': 'This course had Collections of its own before the copy: keep those, or join both.',
      'nothing-to-keep': 'This course had no Collections of its own before the copy: there is nothing to keep.',
      'blueprint-locked':
        "The configuration page is locked by this course's blueprint: import in the blueprint course, or unlock the page there.",
      unreadable: 'The configuration page cannot be read.',
      locked: (who: string | null, since: string) =>
        `${who ?? 'Someone'} is editing the Collections of this course, last saved at ${since}. Try again when they are done.`,
      dates: (n: number) =>
        n === 0
          ? 'Nothing says by how much dates should move: say the weeks, keep, or clear.'
          : `${dates(n)} ${isOne(n) ? 'names' : 'name'} no day of a year and ${isOne(n) ? 'stays' : 'stay'} as written.`,
      'too-large': (length: number, limit: number) =>
        `The page would hold ${number(length)} characters; Canvas takes ${number(limit)}. Shorten the largest entries first.`,
    },
    nearLimit: (length: number, limit: number) =>
      `The page will hold ${number(length)} of the ${number(limit)} characters that Canvas takes.`,
    largest: 'The largest entries:',
    characters: (n: number) => count(n, { one: 'character', other: 'characters' }),

    will: {
      heading: 'What Proceed will do',
      headingKeep: 'What Keep will do',
      modules: (n: number) => `${modules(n)} with last term's settings`,
      parked: (n: number) => `${entries(n)} kept for later: nothing is lost`,
      fresh: (n: number) => `${count(n, { one: 'new module', other: 'new modules' })} with an empty entry`,
      relinked: (n: number) => `${images(n)} linked to the copies in this course`,
      copied: (n: number) => `${images(n)} copied here, into the folder Canvas Collections`,
      dropped: (n: number) => `${images(n)} taken off`,
      moved: (n: number, days: number) => `${dates(n)} moved by ${weeks(days)}${days < 0 ? ' back' : ''}`,
      cleared: (n: number) => `${dates(n)} cleared`,
      keptDates: (n: number) => `${dates(n)} left as ${isOne(n) ? 'it is' : 'they are'}`,
      links: (n: number) => `${count(n, { one: 'link', other: 'links' })} inside texts turned to this course`,
      allocated: (n: number) => `${modules(n)} put into a collection`,
      given: (n: number) => `${entries(n)} kept for later given to a module`,
      discarded: (n: number) => `${entries(n)} kept for later discarded`,
      publish: 'The configuration page published',
      show: 'Collections shown to students',
      ownBack: (n: number) => `This course's own Collections brought back: ${modules(n)}`,
      undo: 'It can be taken back afterwards with Undo.',
    },

    students: {
      heading: 'What students will see',
      sees: (shown: number, seen: number, all: number) => `${collections(shown)}, ${number(seen)} of ${modules(all)}.`,
      all: 'Students will see everything that is published.',
      'page-unpublished': 'The configuration page is not published, so students see Canvas without Collections.',
      publish: 'Publish the page',
      'visibility-teachers': 'Collections are set to be shown to teachers only.',
      'visibility-no-one': 'Collections are set to be shown to no one.',
      show: 'Show Collections to students',
      'course-unpublished': 'The course is not published yet.',
      homeless: (n: number) =>
        `${modules(n)} in no collection, where students do not find ${isOne(n) ? 'it' : 'them'}:`,
      collectionOf: (name: string) => `Collection for “${name}”`,
      none: 'In no collection',
      proposed: (name: string) => `${name} (proposed)`,
      allProposed: (n: number) => `Put ${isOne(n) ? 'it' : `all ${number(n)}`} where proposed`,
    },

    dates: {
      heading: 'Dates on cards',
      why: 'Canvas does not move the dates that Collections shows.',
      move: 'Move by',
      weeks: 'weeks',
      weeksLabel: 'Weeks to move dates by; negative moves back',
      proposed: (days: number, basis: string) => `Proposed: ${weeks(days)}, from ${basis}.`,
      'course-start': 'the start dates of both courses',
      'term-start': 'the start dates of both terms',
      'matched-dates': 'the dates of the modules and their items',
      noProposal: 'Nothing says by how much they should move.',
      keep: 'Keep as they are',
      clear: 'Clear',
      table: (n: number) => `${isOne(n) ? 'The date' : `Each of the ${dates(n)}`}, old and new`,
      module: 'Module',
      old: 'Last term',
      now: 'After Proceed',
      from: 'from',
      to: 'until',
      same: 'the same',
      cleared: 'cleared',
      notADay: 'not a day: stays as written',
      inTexts: 'Typed into texts; change by hand where they have moved:',
      inText: (found: string, field: string, module: string) => `“${found}” in the ${field} of “${module}”`,
    },

    merge: {
      heading: 'This course had Collections of its own',
      intro: (day: string) =>
        `A copy has just replaced them. They were last saved ${day}, and are all still in the page's history.`,
      keepOwn: "Keep this course's own",
      keepOwnWhat: 'Puts back what was here before the copy; nothing of the copy is taken.',
      join: 'Join both',
      joinWhat: (kept: number, taken: number) =>
        `Takes what is new in the copy (${count(taken, { one: 'field', other: 'fields' })}); where both changed, this course's own stays (${count(kept, { one: 'field', other: 'fields' })}).`,
      kept: "Both changed; this course's own stays",
      taken: 'Taken from the copy',
      collection: (name: string) => `Collection “${name}”`,
    },

    static: {
      heading: 'Static pages (Claytons)',
      text: (n: number) =>
        `${count(n, { one: 'page shows', other: 'pages show' })} last term's modules to students in the Canvas app:`,
      update: (n: number) =>
        `Update ${count(n, { one: 'static page', other: 'static pages' })} (Claytons): what students in the Canvas app see`,
      edited: 'The home page comes first. What was changed by hand on a page is kept, unless you choose to replace it.',
      intro: 'What students in the Canvas app see: the cards, written to pages.',
      look: 'Check the static pages',
      reading: 'Reading the static pages …',
      current: 'All static pages are up to date.',
      none: 'No collection names a page for its static cards.',
      write: (n: number) => `Update ${count(n, { one: 'page', other: 'pages' })}`,
      writing: (title: string, at: number, all: number) => `“${title}”: ${number(at)} of ${number(all)}`,
      stop: 'Stop',
      stopping: 'Stopping after this page …',
      replace: (title: string) => `Replace what was changed by hand on “${title}”`,
      home: 'home page',
      unpublished: 'not published, so students do not see it',
      state: {
        create: 'will be made, not published',
        write: 'will be written',
        unchanged: 'up to date',
        edited: 'changed by hand: kept',
      },
      why: {
        'blueprint-locked': 'locked by a blueprint: unlock it there',
        'too-large': 'larger than Canvas takes: give its collections a page each',
        'duplicate-title': 'several pages have this title: rename all but one',
        'shared-page': 'several collections share it: give each a page, or choose tabs',
        withheld: 'Canvas does not give its text',
        'unknown-representation': 'its representation is not known here',
      },
      result: {
        written: 'written',
        unchanged: 'unchanged',
        edited: 'changed by hand: kept',
        blocked: 'not written',
        'changed-meanwhile': 'not written: somebody saved it in the meantime',
        conflict: 'somebody saved it in the same moment: its history has both versions',
        denied: 'not written: Canvas says that you may not',
        failed: 'not written',
        'not-reached': 'not reached: check again',
        undone: 'as it was before',
        'changed-since': 'somebody saved it since: left as it is',
      },
    },

    parked: {
      heading: 'Kept for later',
      intro: 'Entries of earlier imports that had no module. Each can be given to a module, or let go of.',
      from: (when: string, course: string | null) =>
        course === null ? `since ${when}` : `since ${when}, from course ${course}`,
      keep: 'Keep for later',
      discard: 'Discard',
      give: (name: string) => `Give to “${name}”`,
      giveTo: 'Give to a module',
      choose: (name: string) => `What to do with “${name}”`,
      save: 'Save',
      saved: 'Saved.',
      offered: (n: number) => `${entries(n)} kept for later could go to a module now.`,
    },

    nothing: {
      'already-here': "Collections are imported: the configuration is this course's own.",
      blank: 'The configuration of this course is empty: there is nothing to import.',
      'no-configuration': 'This course has no Canvas Collections configuration.',
    },

    candidates: {
      heading: 'Several pages hold a Collections configuration',
      intro: 'Choose the one to import. The others are left alone.',
      choose: 'Choose this page',
      holds: (c: number, m: number) => `${collections(c)}, ${modules(m)}`,
      ofCourse: (id: string) => `of course ${id}`,
      savedAt: (when: string) => `last saved ${when}`,
      broken: 'cannot be read',
      others: 'Other pages that hold a configuration, left alone:',
    },

    broken: {
      heading: 'The configuration page cannot be read',
      keep: 'It is left as it is: nothing overwrites it unasked.',
      history:
        'Earlier versions can be restored, the page can be downloaded for somebody to repair, or Refresh starts again.',
      download: 'Download the page',
    },

    copying: {
      heading: 'Canvas is still copying',
      text: (from: string | null) =>
        from === null
          ? 'Canvas is still copying into this course. Nothing to decide yet.'
          : `Canvas is still copying ${from} into this course. Nothing to decide yet.`,
      percent: (value: number) => `${number(value)} %`,
      after: 'This goes on by itself when Canvas has finished. You may close it and work on.',
      failed: (from: string | null) =>
        `The last copy${from === null ? '' : `, from ${from},`} has failed: what is here may be incomplete. Copy the course again in Canvas, then look again.`,
      failedLink: 'What Canvas says about it',
    },

    modules: {
      matched: 'Imported modules matched',
      matchedMeaning: "in last term's Collections, and in this course",
      matchedDo: 'Proceed gives each module here the settings of its match. Nothing to do, unless a pair is wrong.',
      imported: 'Imported modules not matched',
      importedMeaning: "in last term's Collections, not in this course",
      importedDo:
        'Proceed keeps these for later; each is offered again when a module of its name appears. Cancel first if one should be here: copy it over again in Canvas, or pair it below.',
      current: 'Current modules not matched',
      currentMeaning: "in this course, not in last term's Collections",
      currentDo: 'Proceed gives each an empty entry. Put them into a collection under “What students will see”.',
      none: 'None.',
      old: "In last term's Collections",
      now: 'In this course',
      how: 'How we know',
      why: 'Why',
      disagrees: (evidence: string, name: string) => `${evidence} says “${name}”`,
      pairFor: (name: string) => `The module that “${name}” is now`,
      change: 'Change',
      changeFor: (name: string) => `Change the pair of “${name}”`,
      noneOfThem: 'None: keep for later',
      free: 'Not matched',
      taken: 'Matched already',
      suggestion: (name: string) => `Probably “${name}”`,
      yes: 'Yes, the same',
      no: 'No',
      acceptFor: (old: string, name: string) => `Yes, “${old}” is “${name}”`,
      rejectFor: (old: string, name: string) => `No, “${old}” is not “${name}”`,
      acceptAll: (n: number) => (isOne(n) ? 'Accept the suggestion' : `Accept all ${number(n)} suggestions`),
      byYou: 'chosen by you',
      takeBack: 'Take back',
      takeBackFor: (name: string) => `Take back the choice for “${name}”`,
      collection: (name: string) => `in “${name}”`,
      noCollection: 'in no collection',
      more: (n: number) => `Show ${number(n)} more`,
      evidence: {
        chosen: 'chosen by you',
        copied: "Canvas's record of the copy",
        carried: 'a link that Canvas rewrote',
        'same-id': 'same id',
        'same-name': 'same name',
        'same-name-rewritten': 'same name, differently written',
        'same-name-in-order': 'same names, taken in order',
        similar: 'probably the same',
      },
      unmatched: {
        'gone-in-source': "gone in last term's course",
        'not-copied': 'not copied',
        'deleted-here': 'deleted here',
        'duplicate-names': 'several of this name',
        unknown: 'reason not known',
      },
      currentWhy: {
        'renamed-or-added-here': 'renamed or added here',
        'new-in-source': "new in last term's course",
        'duplicate-names': 'several of this name',
        unknown: 'reason not known',
      },
    },

    images: {
      heading: 'Images',
      none: 'These Collections use no images.',
      intro: 'Card images, and files inside texts.',
      elsewhere: (n: number) => `${images(n)} in another course`,
      copy: 'Copy here',
      keep: 'Keep the links',
      drop: 'Take off',
      inText: (field: string) => `in the ${field}`,
      verdict: {
        here: 'Here',
        moved: 'Here, under another id: linked again',
        hidden: 'Here, but students cannot see it',
        elsewhere: 'In another course',
        web: 'On the web',
        missing: 'Missing',
        unknown: 'Cannot be checked',
      },
      act: { none: '', relink: 'linked to the copy here', copy: 'copied here', drop: 'taken off' },
      replace: 'Upload a new one in Canvas Files, or take the image off its card afterwards.',
      open: (name: string) => `Open ${name}`,
    },

    details: {
      heading: 'Notes',
      unread: 'What could not be read:',
      notes: 'What was put right on the page:',
      pages: 'Pages shown with a collection:',
      page: (title: string, collection: string, verdict: string) => `“${title}” in “${collection}”: ${verdict}`,
      pageVerdict: {
        here: 'here',
        renamed: 'here, under another title',
        unpublished: 'here, not published: students do not see it',
        missing: 'missing',
        unknown: 'cannot be checked',
      },
      links: 'Links inside texts that lead out of this course or nowhere:',
      link: (module: string, url: string) => `“${module}”: ${url}`,
    },

    confirm: {
      heading: 'Start again with empty Collections?',
      loss: (parts: readonly string[]) =>
        parts.length === 0 ? 'What is on the page goes away.' : `This takes away ${list(parts)}.`,
      lossParts: {
        collections,
        descriptions: (n: number) => count(n, { one: 'description', other: 'descriptions' }),
        images,
        dates,
        parked: (n: number) => `${entries(n)} kept for later`,
      },
      history: 'Only the page history keeps what was there.',
      yes: 'Refresh: take it all away',
      no: 'Back, change nothing',
    },

    working: {
      heading: 'Bringing Collections over',
      checking: 'Checking that nothing has changed …',
      locking: 'Asking others who edit to wait …',
      'copying-files': (done: number, total: number) => `Copying images: ${number(done)} of ${number(total)} …`,
      writing: 'Writing the page …',
      stay: 'Please leave this page open.',
    },

    done: {
      proceed: 'Collections are imported',
      refresh: 'This course has empty Collections now',
      'keep-own': "This course's own Collections are back",
      already: 'It was done already: the page is as this import would make it.',
      report: 'Report',
      copy: 'Copy the report',
      copied: 'Copied',
      download: 'Download',
      mail: 'Write an e-mail',
      undo: 'Undo',
      undoMeaning: 'put the page back as it was before',
      undoCovers:
        'Undo puts the configuration page and the static pages back. Copied images stay in the folder Canvas Collections, and a page that was published stays published.',
      undone: 'Undone: the configuration page is as it was before.',
      finish: 'Close',
      finishDraw: 'Close and show Collections',
    },

    report: {
      subject: (course: string) => `Canvas Collections imported into ${course}`,
      at: (when: string) => `Imported ${when}`,
      from: (course: string) => `From: ${course}`,
      into: (course: string) => `Into: ${course}`,
      did: 'What was done',
      pairs: 'Modules brought over',
      pair: (old: string, name: string, evidence: string) =>
        old === name ? `${name} (${evidence})` : `${old} → ${name} (${evidence})`,
      parked: 'Kept for later',
      left: 'Left to do',
      page: 'Page',
      revision: (n: number) => `Version before the import: ${n}`,
    },

    refused: {
      heading: 'Nothing was written',
      busy: 'Canvas has begun to copy into this course.',
      locked: (who: string | null, since: string) =>
        `${who ?? 'Someone'} is editing the Collections of this course, last saved at ${since}.`,
      denied: 'Canvas says that you may not change this page. Ask a teacher of this course.',
      'not-allowed-by-plan': 'Something stands in the way that nobody can accept.',
      'too-large': 'The page would be larger than Canvas takes.',
      'changed-meanwhile': (who: string | null) =>
        `${who ?? 'Someone'} saved the page after you opened this. Look again: the plan is drawn anew.`,
      conflict: (who: string | null) =>
        `${who ?? 'Someone'} saved the page in the same moment. Both versions are in the page's history; restore the one you want.`,
      conflictHeading: 'Two people saved at once',
      'not-written': 'Canvas did not take it. Try again in a while.',
      'image-not-copied': 'An image could not be copied. Make room for files, or keep its link under Images.',
      'address-taken': 'Canvas keeps the address of this page for a deleted one. Restore that under /undelete.',
    },

    failed: {
      reading: 'This course could not be read',
      writing: 'The import was interrupted',
      defect: 'Something in Recourse went wrong. The page and your course are as they were.',
      offline: 'You are offline. Nothing is lost: go on when the connection is back.',
      mayHaveActed: 'It may have been saved: trying again finishes it, or finds it done.',
      kinds: {
        unauthenticated: 'Canvas has signed you out. Sign in again in another tab, then try again.',
        denied: 'Canvas does not let you read this. Ask a teacher of this course.',
        missing: 'Canvas does not find it. It may have been deleted meanwhile.',
        refused: 'Canvas did not accept it.',
        changed: 'Somebody changed it meanwhile.',
        'too-large': 'It is larger than Canvas takes.',
        throttled: 'Canvas is busy with your requests. Wait a minute, then try again.',
        down: 'Canvas did not answer. Try again in a while.',
        malformed: 'Canvas gave an answer that could not be understood.',
      },
      details: 'Copy details for support',
      copied: 'Copied',
      notCopied: 'Copy this text:',
    },

    history: {
      heading: 'History of the configuration page',
      open: 'History',
      none: 'This course has no configuration page. Canvas keeps deleted pages under /undelete.',
      loading: "Reading the page's history …",
      latest: 'now',
      by: (who: string | null) => who ?? 'name not shown',
      own: "this course's own",
      ofCourse: (id: string) => `of course ${id}`,
      ofNone: 'of no course',
      byImport: 'written by an import',
      blank: 'empty',
      broken: 'cannot be read',
      noConfiguration: 'no configuration',
      notRead: 'not looked into',
      restore: 'Restore',
      restoreFor: (when: string) => `Restore the version of ${when}`,
      restoring: 'Restoring …',
      restored: 'Restored.',
      nothingChanged: 'The page was like this already.',
      worked: (who: string | null) => `${who ?? 'Someone'} worked on after the import. Restoring would take this away:`,
      differences: { added: 'comes back', removed: 'goes away', changed: 'changes' },
      settings: 'Settings',
      force: 'Restore all the same',
      refused: {
        busy: 'Canvas is copying into this course just now. Nothing was written.',
        denied: 'Canvas says that you may not change this page.',
        'no-such-version': 'This version is not there any more.',
        'no-configuration': 'This course has no configuration page.',
        unreadable: 'The page cannot be read.',
        'not-imported': 'The configuration waits to be imported first.',
        'not-possible': 'A module or an entry is not there any more. Nothing was written.',
        'refused-as-too-large': 'It is larger than Canvas takes. Nothing was written.',
      },
    },

    bar: {
      label: 'Canvas Collections',
      waiting: (from: string) => `Collections wait for import from ${from}`,
      copying: (percent: string | null) =>
        percent === null
          ? 'Canvas is still copying into this course'
          : `Canvas is still copying into this course: ${percent}`,
      stuck: 'Collections wait for a decision',
      working: 'Bringing Collections over …',
      done: 'Collections are imported',
      refused: 'Collections were not imported',
      failed: 'Collections: something went wrong',
      imported: (when: string) => `Collections were imported ${when}`,
      review: 'Review',
      look: 'Look',
      history: 'History and undo',
      dismiss: 'Dismiss',
    },
    live: createLiveEnglish(format),
    arrow: '→',
  } as const
}

/** What a language has to say. */
export type Texts = ReturnType<typeof createEnglish>
