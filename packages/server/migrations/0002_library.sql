-- The library (docs/facts/library.md §1): courses place Learning Objects, these hold pages. Whoever owns a field has it.

-- Courses.

create table course (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  version integer not null default 1,
  title text not null check (title <> ''),
  description text not null default '',
  player_layout text not null default 'standard',
  passing_mark integer check (passing_mark between 0 and 100),
  -- Size, categories, cover, settings for publishing: shown and copied, never asked about.
  details jsonb not null default '{}',
  copied_from uuid references course on delete set null,
  copied_by text check (copied_by in ('share', 'duplicate')),
  trashed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create index course_copied_from on course (copied_from);

create table course_module (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  course_id uuid not null,
  position numeric not null,
  name text not null check (name <> ''),
  foreign key (workspace_id, course_id) references course (workspace_id, id),
  unique (course_id, id)
);

create table course_style (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  course_id uuid not null,
  -- What pages name. Each course draws the key with the style that it has of it.
  key text not null check (key <> ''),
  name text not null,
  definition jsonb not null default '{}',
  origin_style_id uuid,
  foreign key (workspace_id, course_id) references course (workspace_id, id),
  unique (course_id, key)
);

create table course_author (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  course_id uuid not null,
  person_id uuid not null,
  foreign key (workspace_id, course_id) references course (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  unique (course_id, person_id)
);
create index course_author_person on course_author (person_id, course_id);

-- Learning Objects and pages. Revisions are never changed; a row points at its current one.

create table learning_object_revision (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  name text not null check (name <> ''),
  objective text not null default '',
  keywords text[] not null default '{}',
  review_exercise text not null default '',
  question_mode text not null default 'all',
  questions jsonb not null default '[]',
  page_ids uuid[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now()
);

create table learning_object (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  version integer not null default 1,
  current_revision_id uuid not null references learning_object_revision,
  is_protected boolean not null default false,
  -- LOs that came into being by one Duplicate.
  copy_batch uuid,
  origin_id uuid references learning_object on delete set null,
  -- What the origin, and this one, were at when this was made of it.
  origin_revision_id uuid references learning_object_revision,
  base_revision_id uuid references learning_object_revision,
  created_by uuid,
  -- Only of one that was never wanted: its creation was undone.
  trashed_at timestamptz,
  unique (workspace_id, id)
);
create index learning_object_batch on learning_object (copy_batch) where copy_batch is not null;
create index learning_object_origin on learning_object (origin_id) where origin_id is not null;

create table placement (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  course_id uuid not null,
  module_id uuid not null,
  learning_object_id uuid not null,
  position numeric not null,
  foreign key (workspace_id, course_id) references course (workspace_id, id),
  -- Checked at the end: a module and its placements may come back in one statement each.
  foreign key (course_id, module_id) references course_module (course_id, id) deferrable initially deferred,
  foreign key (workspace_id, learning_object_id) references learning_object (workspace_id, id),
  -- §1.3, T24: the same LO twice in a course is refused.
  unique (course_id, learning_object_id)
);
create index placement_object on placement (learning_object_id, course_id);
create index placement_module on placement (module_id);

create table page_revision (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  title text not null,
  blocks jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now()
);

create table page (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  -- The one whose current revision lists it; none when it was deleted.
  learning_object_id uuid,
  current_revision_id uuid not null references page_revision,
  style_key text,
  link_key uuid not null default gen_random_uuid(),
  origin_id uuid,
  base_revision_id uuid,
  foreign key (workspace_id, learning_object_id) references learning_object (workspace_id, id)
);
create index page_object on page (learning_object_id);
create index page_revision_used on page (current_revision_id);
create index page_link_key on page (link_key);

-- The only source of where-used and reach.
create table revision_reference (
  revision_id uuid not null references page_revision on delete cascade,
  workspace_id uuid not null,
  kind text not null check (kind in ('page', 'media', 'resource', 'term')),
  target_id uuid not null,
  -- Of kind page alone.
  link_key uuid,
  check ((kind = 'page') = (link_key is not null))
);
create index revision_reference_of on revision_reference (revision_id);
create index revision_reference_target on revision_reference (kind, target_id) include (revision_id);

-- Where a reference leads in a course whatever else is inserted there.
create table reference_pin (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  version integer not null default 1,
  course_id uuid not null,
  page_id uuid not null,
  link_key uuid not null,
  stored_id uuid not null,
  target_id uuid not null,
  unique (course_id, page_id, link_key, stored_id),
  foreign key (workspace_id, course_id) references course (workspace_id, id)
);

-- What all courses have in common.

create table library_revision (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  content jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now()
);

create table media_asset (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  version integer not null default 1,
  name text not null check (name <> ''),
  current_revision_id uuid not null references library_revision,
  trashed_at timestamptz
);

create table resource (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  version integer not null default 1,
  name text not null check (name <> ''),
  current_revision_id uuid not null references library_revision,
  trashed_at timestamptz
);

create table glossary_term (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  version integer not null default 1,
  name text not null check (name <> ''),
  current_revision_id uuid not null references library_revision,
  trashed_at timestamptz
);

-- The journal.

create table change_log (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  operation text not null,
  -- Where it was done; null for one in the library.
  course_id uuid references course on delete set null,
  person_id uuid not null,
  inputs jsonb not null default '{}',
  report jsonb,
  undoes uuid references change_log,
  at timestamptz not null default clock_timestamp(),
  sequence bigint generated always as identity,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index change_log_undone_once on change_log (undoes) where undoes is not null;

-- A row that an operation touched, and the fields it set: null where the row was not there before, or is not after.
create table change_row (
  change_id uuid not null references change_log on delete cascade,
  workspace_id uuid not null,
  row_table text not null,
  row_id uuid not null,
  version_before integer,
  version_after integer,
  before jsonb,
  after jsonb,
  sequence bigint generated always as identity,
  primary key (change_id, sequence)
);
create index change_row_of on change_row (row_id);

-- Courses that show what an operation changed.
create table change_course (
  change_id uuid not null references change_log on delete cascade,
  workspace_id uuid not null,
  course_id uuid not null references course on delete cascade,
  primary key (course_id, change_id)
);
create index change_course_change on change_course (change_id);

create table notice (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  person_id uuid not null,
  change_id uuid not null references change_log on delete cascade,
  read_at timestamptz,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  unique (person_id, change_id)
);

-- A change of a protected LO's page that waits for an author of every course that holds it.
create table proposal (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  page_id uuid not null references page,
  base_revision_id uuid not null references page_revision,
  content jsonb not null,
  proposed_by uuid not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  created_at timestamptz not null default now(),
  foreign key (workspace_id, proposed_by) references person (workspace_id, id)
);
create table proposal_approval (
  proposal_id uuid not null references proposal on delete cascade,
  workspace_id uuid not null,
  person_id uuid not null,
  primary key (proposal_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- The same request twice is one operation.
create table request_key (
  workspace_id uuid not null references workspace,
  key text not null,
  change_id uuid not null references change_log on delete cascade,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

-- Every change of a row that may be undone is journalled by the table itself, so that no operation can forget one.
-- `recourse.change` holds the entry; unset, as in a copy, which is undone as a whole, nothing is written.

create function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create function changed_fields(a jsonb, b jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(a)
  where key <> 'version' and value is distinct from b -> key
$$;

create function journal_inserts() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('recourse.change', true), '') = '' then return null; end if;
  insert into change_row (change_id, workspace_id, row_table, row_id, version_after, after)
  select current_setting('recourse.change')::uuid, workspace_id, tg_table_name, id, version, to_jsonb(n) from new_rows n;
  return null;
end $$;

create function journal_updates() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('recourse.change', true), '') = '' then return null; end if;
  insert into change_row (change_id, workspace_id, row_table, row_id, version_before, version_after, before, after)
  select current_setting('recourse.change')::uuid, n.workspace_id, tg_table_name, n.id, o.version, n.version,
    changed_fields(to_jsonb(o), to_jsonb(n)), changed_fields(to_jsonb(n), to_jsonb(o))
  from new_rows n join old_rows o using (id);
  return null;
end $$;

create function journal_deletes() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('recourse.change', true), '') = '' then return null; end if;
  insert into change_row (change_id, workspace_id, row_table, row_id, version_before, before)
  select current_setting('recourse.change')::uuid, workspace_id, tg_table_name, id, version, to_jsonb(o) from old_rows o;
  return null;
end $$;

do $$
declare journalled text;
begin
  foreach journalled in array array['course', 'course_module', 'course_style', 'course_author', 'learning_object',
    'placement', 'page', 'reference_pin', 'media_asset', 'resource', 'glossary_term']
  loop
    execute format('create trigger next_version before update on %I for each row execute function next_version()', journalled);
    execute format('create trigger journal_inserts after insert on %I referencing new table as new_rows
      for each statement execute function journal_inserts()', journalled);
    execute format('create trigger journal_updates after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function journal_updates()', journalled);
    execute format('create trigger journal_deletes after delete on %I referencing old table as old_rows
      for each statement execute function journal_deletes()', journalled);
  end loop;
end $$;

-- The id that a copy gives to what it copies: the same wherever it is asked for, so that no table of pairs is needed.
create function copied_id(batch uuid, id uuid) returns uuid language sql immutable parallel safe as $$
  select md5(batch::text || id::text)::uuid
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;
create trigger immutable before update on page_revision for each row execute function refuse_change();
create trigger immutable before update on learning_object_revision for each row execute function refuse_change();
create trigger immutable before update on library_revision for each row execute function refuse_change();

-- Where every reference of a course leads (§1.7). `rule` says by what; `target_id` is null for `outside`.
-- The same as resolveReference in core; a property test compares them.
create function resolve_references(of_course uuid)
returns table (page_id uuid, link_key uuid, stored_id uuid, rule text, target_id uuid)
language sql stable as $$
  with placed as materialized (
    select p.id, p.link_key, p.current_revision_id, p.learning_object_id, lo.copy_batch
    from placement pl join learning_object lo on lo.id = pl.learning_object_id
    join page p on p.learning_object_id = lo.id
    where pl.course_id = of_course
  ), link as materialized (
    select distinct p.id as page_id, p.learning_object_id, p.copy_batch, r.link_key, r.target_id as stored_id
    from placed p join revision_reference r on r.revision_id = p.current_revision_id and r.kind = 'page'
  ), candidate as materialized (
    select l.page_id, l.link_key, l.stored_id,
      case count(*) filter (where c.learning_object_id = l.learning_object_id)
        when 1 then (array_agg(c.id) filter (where c.learning_object_id = l.learning_object_id))[1] end as same_object,
      case count(*) filter (where c.copy_batch = l.copy_batch)
        when 1 then (array_agg(c.id) filter (where c.copy_batch = l.copy_batch))[1] end as same_batch,
      case count(*) when 1 then (array_agg(c.id))[1] end as only_one
    from link l join placed c on c.link_key = l.link_key
    group by l.page_id, l.link_key, l.stored_id
  )
  select l.page_id, l.link_key, l.stored_id,
    case when pin.target_id is not null then case when pinned.id is not null then 'pinned' else 'outside' end
      when c.same_object is not null then 'same object'
      when c.same_batch is not null then 'same batch'
      when c.only_one is not null then 'only one'
      when stored.id is not null then 'stored'
      else 'outside' end,
    case when pin.target_id is not null then pinned.id
      else coalesce(c.same_object, c.same_batch, c.only_one, stored.id) end
  from link l
  left join candidate c using (page_id, link_key, stored_id)
  left join placed stored on stored.id = l.stored_id
  left join reference_pin pin on pin.course_id = of_course and pin.page_id = l.page_id
    and pin.link_key = l.link_key and pin.stored_id = l.stored_id
  left join placed pinned on pinned.id = pin.target_id
$$;
