-- Turns that wait for their conversation, or have it, in the order they came; until_at: given up by then at the latest. Not logged: it
-- is of no use after the server was down, and so costs no wait for the disk.
create unlogged table turn_queue (
  id bigint generated always as identity primary key,
  conversation_id text collate "C" not null,
  until_at text collate "C" not null
);
create index turn_queue_of_conversation on turn_queue (conversation_id, id);
