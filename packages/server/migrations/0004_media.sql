-- Bytes of media, in the database so that whatever copies the database has them. Named by what they are: the same bytes
-- are there once for each workspace.

create table media_bytes (
  workspace_id uuid not null references workspace,
  -- SHA-256, in hexadecimal. What `hash` of a media asset's revision says.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  created_at timestamptz not null default now(),
  primary key (workspace_id, hash)
);

-- In pieces, so that neither end ever holds a whole film.
create table media_chunk (
  workspace_id uuid not null,
  hash text not null,
  -- From 0; all but the last have the same size.
  number integer not null,
  bytes bytea not null,
  primary key (workspace_id, hash, number),
  foreign key (workspace_id, hash) references media_bytes (workspace_id, hash) on delete cascade
);
-- Pictures and films do not get smaller.
alter table media_chunk alter column bytes set storage external;

create index library_revision_hash on library_revision (workspace_id, (content ->> 'hash')) where content ->> 'hash' is not null;
create index library_revision_url on library_revision (workspace_id, md5(content ->> 'url')) where content ->> 'url' is not null;

-- What a row here was called where it came from, so that it is known when it comes again.
create table import_origin (
  workspace_id uuid not null references workspace,
  -- The library or the package that gave the name.
  source text not null,
  kind text not null check (kind in ('object', 'page', 'media', 'resource', 'term')),
  origin_id text not null,
  -- The revision of it that came in, where the source says one: another one is another content.
  revision text,
  row_id uuid not null,
  change_id uuid not null references change_log on delete cascade,
  primary key (workspace_id, source, kind, origin_id, row_id)
);
create index import_origin_row on import_origin (row_id);

create index change_log_package on change_log (workspace_id, (inputs ->> 'packageHash')) where operation = 'import course';
