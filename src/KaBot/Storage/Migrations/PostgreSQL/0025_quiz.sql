-- What a person answered in a quiz: kind 'practice' (skill and number name the item) or 'deal' (skill is the stage earned, number the
-- questions it took). detail: ids as a JSON array, of the criteria it turned on or of the facts asked.
create table quiz_attempts (
  id text collate "C" primary key,
  person_id text collate "C" not null references people (id),
  at text collate "C" not null,
  day text collate "C" not null,
  kind text collate "C" not null,
  deal_id text collate "C" references deals (id),
  skill text collate "C" not null,
  number bigint not null,
  chosen text collate "C" not null,
  is_right bigint not null,
  detail text collate "C" not null
);
create unique index quiz_item_once on quiz_attempts (person_id, skill, number) where kind = 'practice';
create index quiz_attempts_of_person on quiz_attempts (person_id, id);
create trigger quiz_attempts_never_change before update on quiz_attempts for each statement execute function refuse('an attempt is never changed');
create trigger quiz_attempts_never_go before delete or truncate on quiz_attempts for each statement execute function refuse('an attempt is never deleted');
