-- Whether the account is a chain store: there are ways of its own to enter one.
alter table accounts add column chain integer not null default 0;

-- What a rep made of the coach's suggestions. key names the suggestion with the facts behind it.
create table planned_actions (
  id text primary key,
  deal_id text not null references deals (id),
  action_id text not null,
  key text not null,
  what text not null,
  due text not null,
  state text not null,
  reason text,
  at text not null
) strict;
create index planned_actions_of_deal on planned_actions (deal_id, id);

-- Tactics that were used in a deal.
create table tactics_tried (
  deal_id text not null references deals (id),
  tactic_id text not null,
  at text not null,
  primary key (deal_id, tactic_id)
) strict;

-- What a deal is about in money, in cents of its currency: what we ask, mean to get, and will not go below.
create table price_frames (
  deal_id text primary key references deals (id),
  list integer not null,
  target integer,
  walk_away integer,
  currency text not null,
  at text not null
) strict;

-- The concessions of a deal, in the order they were made; price in cents, null for one that is no price.
create table concessions (
  id text primary key,
  deal_id text not null references deals (id),
  kind text not null,
  what text not null,
  price integer,
  said_by text,
  answers text,
  at text not null
) strict;
create index concessions_of_deal on concessions (deal_id, id);
create trigger concessions_never_change before update on concessions begin select raise(abort, 'a concession is never changed'); end;

-- The people of an account; roles joined by commas.
create table contacts (
  id text primary key,
  account_id text not null references accounts (id),
  name text not null,
  title text,
  roles text not null,
  side text not null,
  influence integer not null,
  rung text not null,
  reports_to text,
  changed_at text not null
) strict;
create index contacts_of_account on contacts (account_id, id);
