-- One account of a name, so that nodes which add deals of it at once agree on it.
update deals set account_id = (select min(b.id) from accounts a join accounts b on b.name = a.name where a.id = deals.account_id);
update contacts set account_id = (select min(b.id) from accounts a join accounts b on b.name = a.name where a.id = contacts.account_id);
delete from accounts where id <> (select min(b.id) from accounts b where b.name = accounts.name);
drop index accounts_by_name;
create unique index accounts_by_name on accounts (name);
