create table people (
  id text collate "C" primary key,
  channel_id text collate "C" not null,
  user_id text collate "C" not null,
  name text collate "C",
  language text collate "C",
  reference text collate "C",
  created_at text collate "C" not null,
  unique (channel_id, user_id)
);

create table accounts (
  id text collate "C" primary key,
  name text collate "C" not null,
  created_at text collate "C" not null
);

create table deals (
  id text collate "C" primary key,
  account_id text collate "C" not null references accounts (id),
  name text collate "C" not null,
  owner_id text collate "C" not null references people (id),
  created_at text collate "C" not null
);
create index deals_of_owner on deals (owner_id, id);

create table snapshots (
  id text collate "C" primary key,
  deal_id text collate "C" not null references deals (id),
  seq bigint not null,
  taken_by text collate "C" not null references people (id),
  taken_at text collate "C" not null,
  activity_id text collate "C" not null,
  playbook_version text collate "C" not null,
  earned text collate "C",
  solid text collate "C",
  claimed text collate "C",
  facts text collate "C" not null,
  unique (deal_id, seq)
);
create index snapshots_by_time on snapshots (deal_id, taken_at);

-- Raises what it is given: for tables whose rows are never touched again.
create function refuse() returns trigger language plpgsql as $$ begin raise exception '%', tg_argv[0]; end $$;

create trigger snapshots_never_change before update on snapshots for each statement execute function refuse('a snapshot is never changed');
create trigger snapshots_never_go before delete or truncate on snapshots for each statement execute function refuse('a snapshot is never deleted');

create table audit (
  id text collate "C" primary key,
  at text collate "C" not null,
  who text collate "C" not null,
  what text collate "C" not null,
  deal_id text collate "C",
  detail text collate "C" not null
);
create trigger audit_never_changes before update on audit for each statement execute function refuse('the audit log is never changed');
create trigger audit_never_goes before delete or truncate on audit for each statement execute function refuse('the audit log is never shortened');

-- What was answered to each activity: a redelivery is answered the same.
create table turns (
  conversation_id text collate "C" not null,
  activity_id text collate "C" not null,
  at text collate "C" not null,
  replies text collate "C" not null,
  primary key (conversation_id, activity_id)
);

-- The state of a conversation; its version is the fence against two turns at once.
create table conversations (
  id text collate "C" primary key,
  version bigint not null,
  state text collate "C" not null
);
