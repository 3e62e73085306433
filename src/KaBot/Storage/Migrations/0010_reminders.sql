-- Why a person cannot be written to (blocked, uninstalled, gone); null when they can.
alter table people add column unreachable text;

-- Whose team a person is of.
create table reports_to (
  person_id text primary key references people (id),
  manager_id text not null references people (id)
) strict;
create index reports_of_manager on reports_to (manager_id);

-- What a person changed of the reminder settings, as JSON: scope 'own' for themselves, 'team' for those who report to them.
create table reminder_settings (
  person_id text not null references people (id),
  scope text not null,
  settings text not null,
  changed_at text not null,
  primary key (person_id, scope)
) strict;

-- The next reminder of each person; basis names the calendars and defaults it was worked out by.
create table reminder_plans (
  person_id text primary key references people (id),
  day text not null,
  due_at text not null,
  basis text not null
) strict;
create index reminder_plans_due on reminder_plans (due_at);

-- What a rep said about being asked of a deal again.
create table deal_pauses (
  deal_id text primary key references deals (id),
  until text not null,
  planned integer not null,
  said_by text not null references people (id),
  said_at text not null
) strict;

-- A message KaBot sends of its own accord: a row before it is a message, at most one of a kind per person and day.
-- next_at: when pending, not to be tried before; when claimed or sending, the end of the node's lease.
create table reminders (
  id text primary key,
  person_id text not null references people (id),
  kind text not null,
  day text not null,
  due_at text not null,
  state text not null,
  next_at text not null,
  node text,
  attempts integer not null,
  deals text,
  activity_id text,
  detail text,
  changed_at text not null,
  refresh_at text,
  unique (person_id, kind, day)
) strict;
create index reminders_waiting on reminders (state, next_at);
create index reminders_to_refresh on reminders (refresh_at) where refresh_at is not null;

-- Token buckets shared by all nodes: the moment from which the next token is free.
create table send_rates (
  bucket text primary key,
  free_at text not null
) strict;
