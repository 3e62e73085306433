-- The phase of a deal's negotiation as a rep corrected it; facts and stage: what was known then, by which it is told when it lapses.
create table told_phases (
  deal_id text collate "C" primary key references deals (id),
  phase text collate "C" not null,
  facts text collate "C" not null,
  stage text collate "C",
  said_by text collate "C" not null references people (id),
  at text collate "C" not null
);
