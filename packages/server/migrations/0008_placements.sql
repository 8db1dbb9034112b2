-- Learning Objects are never deleted (0005), and a course not while it has modules, which a placement names: so what is placed,
-- and where, may be asked about once for a statement, as for pages.

alter table placement drop constraint placement_workspace_id_learning_object_id_fkey;
alter table placement drop constraint placement_workspace_id_course_id_fkey;

create function require_placed_objects() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n where not exists
      (select from learning_object lo where lo.id = n.learning_object_id and lo.workspace_id = n.workspace_id))
    or exists (select from new_rows n where not exists
      (select from course c where c.id = n.course_id and c.workspace_id = n.workspace_id)) then
    raise exception 'a placement names what is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger named_by_inserts after insert on placement referencing new table as new_rows
  for each statement execute function require_placed_objects();
create trigger named_by_updates after update on placement referencing new table as new_rows
  for each statement execute function require_placed_objects();
