-- Who told something since a moment.
create index audit_by_time on audit (at);
