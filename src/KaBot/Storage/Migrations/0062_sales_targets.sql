-- What somebody, or a manager's team (scope), is to win from a day on; the amount in units of the currency.
create table sales_targets (
  person_id text not null references people (id),
  scope text not null,
  amount text not null,
  currency text not null,
  since text not null,
  said_at text not null,
  primary key (person_id, scope)
) strict;
