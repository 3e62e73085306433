-- What a person answered in a quiz: kind 'practice' (skill and number name the item) or 'deal' (skill is the stage earned, number the
-- questions it took). detail: ids as a JSON array, of the criteria it turned on or of the facts asked.
create table quiz_attempts (
  id text primary key,
  person_id text not null references people (id),
  at text not null,
  day text not null,
  kind text not null,
  deal_id text references deals (id),
  skill text not null,
  number integer not null,
  chosen text not null,
  is_right integer not null,
  detail text not null
) strict;
create unique index quiz_item_once on quiz_attempts (person_id, skill, number) where kind = 'practice';
create index quiz_attempts_of_person on quiz_attempts (person_id, id);
create trigger quiz_attempts_never_change before update on quiz_attempts begin select raise(abort, 'an attempt is never changed'); end;
create trigger quiz_attempts_never_go before delete on quiz_attempts begin select raise(abort, 'an attempt is never deleted'); end;
