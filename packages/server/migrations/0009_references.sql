-- A page says once what it refers to (listReferences in core). That it does so is asked about by the index, so that nobody who
-- reads references has to look for equal ones.
delete from revision_reference a using revision_reference b
where a.ctid > b.ctid and a.revision_id = b.revision_id and a.kind = b.kind and a.target_id = b.target_id
  and a.link_key is not distinct from b.link_key;
create unique index revision_reference_once on revision_reference (revision_id, kind, target_id, link_key) nulls not distinct;
drop index revision_reference_of;

-- As before (0005, 0008), with the few Learning Objects and courses of a statement looked up once each.
create or replace function require_named_by_pages() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n where not exists (select from page_revision r where r.id = n.current_revision_id))
    or exists (select from (select distinct workspace_id, learning_object_id as id from new_rows) n
      where n.id is not null and not exists
        (select from learning_object lo where lo.id = n.id and lo.workspace_id = n.workspace_id)) then
    raise exception 'a page names what is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create or replace function require_placed_objects() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n where not exists
      (select from learning_object lo where lo.id = n.learning_object_id and lo.workspace_id = n.workspace_id))
    or exists (select from (select distinct workspace_id, course_id as id from new_rows) n where not exists
      (select from course c where c.id = n.id and c.workspace_id = n.workspace_id)) then
    raise exception 'a placement names what is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
