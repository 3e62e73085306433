-- What the language model used for a person on their own calendar day, for the daily limits.
create table model_use (
  person_id text collate "C" not null,
  day text collate "C" not null,
  calls bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  primary key (person_id, day)
);
