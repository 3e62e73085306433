-- Who shows name and figures on their team's board; only those who asked to, and as long as they want to.
create table quiz_board (
  person_id text collate "C" primary key references people (id),
  joined_at text collate "C" not null
);
create index snapshots_claimed on snapshots (taken_by, taken_at) where claimed is not null;
