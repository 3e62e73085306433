-- Who sends the recorded answer, and what became of it: 'sending' until send_until by the holder of send_claim, 'sent', 'unsent' (known not
-- to have arrived), or 'unknown' (never repeated). sent: how many of its messages are known to have arrived.
alter table turns add column send_state text collate "C" not null default 'sent';
alter table turns add column send_claim text collate "C";
alter table turns add column send_until text collate "C";
alter table turns add column sent bigint not null default 0;
