-- The day of a reminder that may not have reached a person, until they were told so.
alter table people add column missed text;
