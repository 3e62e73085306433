-- The phase of a deal's negotiation as a rep corrected it; facts and stage: what was known then, by which it is told when it lapses.
create table told_phases (
  deal_id text primary key references deals (id),
  phase text not null,
  facts text not null,
  stage text,
  said_by text not null references people (id),
  at text not null
) strict;
