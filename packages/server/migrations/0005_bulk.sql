-- A copy writes and asks about tens of thousands of rows in one statement each: what is asked per row is most of its work.

-- Nothing looks a page up by its key alone: keys are compared within a course.
drop index page_link_key;

-- All ids of a copy begin alike and so stand together in an index, as those of the pages that it was made of need not.
create or replace function copied_id(batch uuid, id uuid) returns uuid language sql immutable parallel safe as $$
  select (left(batch::text, 13) || substr(md5(batch::text || id::text), 13))::uuid
$$;

-- Learning Objects and revisions are never deleted, so that what names one may be asked once for a statement instead of for
-- every row, as a foreign key would.
create function refuse_deletion() returns trigger language plpgsql as $$
begin
  raise exception '% is never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger lasting before delete on learning_object for each row execute function refuse_deletion();
create trigger lasting before delete on learning_object_revision for each row execute function refuse_deletion();
create trigger lasting before delete on page_revision for each row execute function refuse_deletion();

alter table page drop constraint page_current_revision_id_fkey;
alter table page drop constraint page_workspace_id_learning_object_id_fkey;

create function require_named_by_pages() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n where not exists (select from page_revision r where r.id = n.current_revision_id))
    or exists (select from new_rows n where n.learning_object_id is not null and not exists
      (select from learning_object lo where lo.id = n.learning_object_id and lo.workspace_id = n.workspace_id)) then
    raise exception 'a page names what is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger named_by_inserts after insert on page referencing new table as new_rows
  for each statement execute function require_named_by_pages();
create trigger named_by_updates after update on page referencing new table as new_rows
  for each statement execute function require_named_by_pages();

alter table learning_object drop constraint learning_object_current_revision_id_fkey;
alter table learning_object drop constraint learning_object_origin_id_fkey;
alter table learning_object drop constraint learning_object_origin_revision_id_fkey;
alter table learning_object drop constraint learning_object_base_revision_id_fkey;

create function require_named_by_objects() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows n, lateral (values (n.current_revision_id), (n.origin_revision_id), (n.base_revision_id)) named (id)
      where named.id is not null and not exists (select from learning_object_revision r where r.id = named.id))
    or exists (select from new_rows n where n.origin_id is not null
      and not exists (select from learning_object o where o.id = n.origin_id)) then
    raise exception 'a Learning Object names what is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger named_by_inserts after insert on learning_object referencing new table as new_rows
  for each statement execute function require_named_by_objects();
create trigger named_by_updates after update on learning_object referencing new table as new_rows
  for each statement execute function require_named_by_objects();

-- As before (0002), in less work: most keys are there once in a course, and then every rule but a pin leads to that page.
-- References are fetched page by page, so that it costs the same in a library of any size.
create or replace function resolve_references(of_course uuid)
returns table (page_id uuid, link_key uuid, stored_id uuid, rule text, target_id uuid)
language sql stable as $$
  with placed as materialized (
    select p.id, p.link_key, p.current_revision_id, p.learning_object_id, lo.copy_batch,
      count(*) over (partition by p.link_key) as of_key
    from placement pl join learning_object lo on lo.id = pl.learning_object_id
    join page p on p.learning_object_id = lo.id
    where pl.course_id = of_course
  ), link as materialized (
    select distinct p.id as page_id, p.learning_object_id, p.copy_batch, r.link_key, r.target_id as stored_id
    from placed p cross join lateral (select r.link_key, r.target_id from revision_reference r
      where r.revision_id = p.current_revision_id and r.kind = 'page' offset 0) r
  ), candidate as materialized (
    select l.page_id, l.link_key, l.stored_id,
      case count(*) filter (where c.learning_object_id = l.learning_object_id)
        when 1 then (array_agg(c.id) filter (where c.learning_object_id = l.learning_object_id))[1] end as same_object,
      case count(*) filter (where c.copy_batch = l.copy_batch)
        when 1 then (array_agg(c.id) filter (where c.copy_batch = l.copy_batch))[1] end as same_batch
    from link l join placed c on c.link_key = l.link_key and c.of_key > 1
    group by l.page_id, l.link_key, l.stored_id
  )
  select l.page_id, l.link_key, l.stored_id,
    case when pin.target_id is not null then case when pinned.id is not null then 'pinned' else 'outside' end
      when one.learning_object_id = l.learning_object_id or c.same_object is not null then 'same object'
      when one.copy_batch = l.copy_batch or c.same_batch is not null then 'same batch'
      when one.id is not null then 'only one'
      when stored.id is not null then 'stored'
      else 'outside' end,
    case when pin.target_id is not null then pinned.id
      else coalesce(one.id, c.same_object, c.same_batch, stored.id) end
  from link l
  left join placed one on one.link_key = l.link_key and one.of_key = 1
  left join candidate c on c.page_id = l.page_id and c.link_key = l.link_key and c.stored_id = l.stored_id
  left join placed stored on one.id is null and stored.id = l.stored_id
  left join reference_pin pin on pin.course_id = of_course and pin.page_id = l.page_id
    and pin.link_key = l.link_key and pin.stored_id = l.stored_id
  left join placed pinned on pinned.id = pin.target_id
$$;
