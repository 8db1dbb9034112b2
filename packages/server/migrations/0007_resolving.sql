-- Where references lead is asked by the server itself (library/resolve-references.ts), for a course, a copy or one page.
drop function resolve_references(uuid);
