-- Whose everything is, and who may sign in.

create table workspace (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace,
  email text not null check (email <> ''),
  name text not null check (name <> ''),
  role text not null check (role in ('administrator', 'author', 'reviewer')),
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  -- So that a row elsewhere can be bound to a person of its own workspace.
  unique (workspace_id, id)
);

-- ADA@example.edu and ada@example.edu are one mailbox to everybody who types them.
create unique index person_email on person (workspace_id, lower(email));
