-- Why a person cannot be written to (blocked, uninstalled, gone); null when they can.
alter table people add column unreachable text collate "C";

-- Whose team a person is of.
create table reports_to (
  person_id text collate "C" primary key references people (id),
  manager_id text collate "C" not null references people (id)
);
create index reports_of_manager on reports_to (manager_id);

-- What a person changed of the reminder settings, as JSON: scope 'own' for themselves, 'team' for those who report to them.
create table reminder_settings (
  person_id text collate "C" not null references people (id),
  scope text collate "C" not null,
  settings text collate "C" not null,
  changed_at text collate "C" not null,
  primary key (person_id, scope)
);

-- The next reminder of each person; basis names the calendars and defaults it was worked out by.
create table reminder_plans (
  person_id text collate "C" primary key references people (id),
  day text collate "C" not null,
  due_at text collate "C" not null,
  basis text collate "C" not null
);
create index reminder_plans_due on reminder_plans (due_at);

-- What a rep said about being asked of a deal again.
create table deal_pauses (
  deal_id text collate "C" primary key references deals (id),
  until text collate "C" not null,
  planned bigint not null,
  said_by text collate "C" not null references people (id),
  said_at text collate "C" not null
);

-- A message KaBot sends of its own accord: a row before it is a message, at most one of a kind per person and day.
-- next_at: when pending, not to be tried before; when claimed or sending, the end of the node's lease.
create table reminders (
  id text collate "C" primary key,
  person_id text collate "C" not null references people (id),
  kind text collate "C" not null,
  day text collate "C" not null,
  due_at text collate "C" not null,
  state text collate "C" not null,
  next_at text collate "C" not null,
  node text collate "C",
  attempts bigint not null,
  deals text collate "C",
  activity_id text collate "C",
  detail text collate "C",
  changed_at text collate "C" not null,
  refresh_at text collate "C",
  unique (person_id, kind, day)
);
create index reminders_waiting on reminders (state, next_at);
create index reminders_to_refresh on reminders (refresh_at) where refresh_at is not null;

-- Token buckets shared by all nodes: the moment from which the next token is free.
create table send_rates (
  bucket text collate "C" primary key,
  free_at text collate "C" not null
);
