-- What somebody, or a manager's team (scope), is to win from a day on; the amount in units of the currency.
create table sales_targets (
  person_id text collate "C" not null references people (id),
  scope text collate "C" not null,
  amount text collate "C" not null,
  currency text collate "C" not null,
  since text collate "C" not null,
  said_at text collate "C" not null,
  primary key (person_id, scope)
);
