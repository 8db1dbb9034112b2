-- The list of courses: titles in the order in which people count, and what was changed last without asking the whole journal.

-- "Week 2" before "Week 10", in any script.
create collation natural_order (provider = icu, locale = 'und-u-kn-true');

-- As in the journal, so that the latest change of a course is the last one of an index.
alter table change_course add column sequence bigint;
update change_course s set sequence = l.sequence from change_log l where l.id = s.change_id;
alter table change_course alter column sequence set not null;
create index change_course_latest on change_course (course_id, sequence desc) include (change_id);
