-- What the language model used for a person on their own calendar day, for the daily limits.
create table model_use (
  person_id text not null,
  day text not null,
  calls integer not null,
  tokens_in integer not null,
  tokens_out integer not null,
  primary key (person_id, day)
) strict;
