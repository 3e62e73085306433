-- One account of a name, so that nodes which add deals of it at once agree on it.
drop index accounts_by_name;
create unique index accounts_by_name on accounts (name);
