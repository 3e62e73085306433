create index turns_by_time on turns (at);
