create index accounts_by_name on accounts (name);
