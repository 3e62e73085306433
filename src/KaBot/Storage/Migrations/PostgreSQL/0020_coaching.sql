-- Whether the account is a chain store: there are ways of its own to enter one.
alter table accounts add column chain bigint not null default 0;

-- What a rep made of the coach's suggestions. key names the suggestion with the facts behind it.
create table planned_actions (
  id text collate "C" primary key,
  deal_id text collate "C" not null references deals (id),
  action_id text collate "C" not null,
  key text collate "C" not null,
  what text collate "C" not null,
  due text collate "C" not null,
  state text collate "C" not null,
  reason text collate "C",
  at text collate "C" not null
);
create index planned_actions_of_deal on planned_actions (deal_id, id);

-- Tactics that were used in a deal.
create table tactics_tried (
  deal_id text collate "C" not null references deals (id),
  tactic_id text collate "C" not null,
  at text collate "C" not null,
  primary key (deal_id, tactic_id)
);

-- What a deal is about in money, in cents of its currency: what we ask, mean to get, and will not go below.
create table price_frames (
  deal_id text collate "C" primary key references deals (id),
  list bigint not null,
  target bigint,
  walk_away bigint,
  currency text collate "C" not null,
  at text collate "C" not null
);

-- The concessions of a deal, in the order they were made; price in cents, null for one that is no price.
create table concessions (
  id text collate "C" primary key,
  deal_id text collate "C" not null references deals (id),
  kind text collate "C" not null,
  what text collate "C" not null,
  price bigint,
  said_by text collate "C",
  answers text collate "C",
  at text collate "C" not null
);
create index concessions_of_deal on concessions (deal_id, id);
create trigger concessions_never_change before update on concessions for each statement execute function refuse('a concession is never changed');

-- The people of an account; roles joined by commas.
create table contacts (
  id text collate "C" primary key,
  account_id text collate "C" not null references accounts (id),
  name text collate "C" not null,
  title text collate "C",
  roles text collate "C" not null,
  side text collate "C" not null,
  influence bigint not null,
  rung text collate "C" not null,
  reports_to text collate "C",
  changed_at text collate "C" not null
);
create index contacts_of_account on contacts (account_id, id);
