-- A contact entered wrongly, or who left the customer: kept, so that it can be brought back, and shown nowhere.
alter table contacts add column removed_at text collate "C";
