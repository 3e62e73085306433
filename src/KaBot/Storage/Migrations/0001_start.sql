create table people (
  id text primary key,
  channel_id text not null,
  user_id text not null,
  name text,
  language text,
  reference text,
  created_at text not null,
  unique (channel_id, user_id)
) strict;

create table accounts (
  id text primary key,
  name text not null,
  created_at text not null
) strict;

create table deals (
  id text primary key,
  account_id text not null references accounts (id),
  name text not null,
  owner_id text not null references people (id),
  created_at text not null
) strict;
create index deals_of_owner on deals (owner_id, id);

create table snapshots (
  id text primary key,
  deal_id text not null references deals (id),
  seq integer not null,
  taken_by text not null references people (id),
  taken_at text not null,
  activity_id text not null,
  playbook_version text not null,
  earned text,
  solid text,
  claimed text,
  facts text not null,
  unique (deal_id, seq)
) strict;
create index snapshots_by_time on snapshots (deal_id, taken_at);
create trigger snapshots_never_change before update on snapshots begin select raise(abort, 'a snapshot is never changed'); end;
create trigger snapshots_never_go before delete on snapshots begin select raise(abort, 'a snapshot is never deleted'); end;

create table audit (
  id text primary key,
  at text not null,
  who text not null,
  what text not null,
  deal_id text,
  detail text not null
) strict;
create trigger audit_never_changes before update on audit begin select raise(abort, 'the audit log is never changed'); end;
create trigger audit_never_goes before delete on audit begin select raise(abort, 'the audit log is never shortened'); end;

-- What was answered to each activity: a redelivery is answered the same.
create table turns (
  conversation_id text not null,
  activity_id text not null,
  at text not null,
  replies text not null,
  primary key (conversation_id, activity_id)
) strict;

-- The state of a conversation; its version is the fence against two turns at once.
create table conversations (
  id text primary key,
  version integer not null,
  state text not null
) strict;
