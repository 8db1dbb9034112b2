-- What was taken out of a course, and when: it is among the unplaced ones unless a course holds it that went to the trash later
-- (library/unplaced.ts).
create index change_row_taken_out on change_row ((before ->> 'learning_object_id')) where row_table = 'placement';
