-- How the database came about.

create table run (
    run_id varchar not null,
    source varchar not null,
    started_at timestamp not null,
    ended_at timestamp not null,
    outcome varchar not null,
    captures_new uinteger not null,
    message varchar,
    primary key (run_id, source)
);
comment on table run is 'Every run of every source, up to the build of this file.';
comment on column run.run_id is 'Identifier of the run, one for all of its sources.';
comment on column run.source is 'Source that was run.';
comment on column run.started_at is 'Start, UTC.';
comment on column run.ended_at is 'End, UTC.';
comment on column run.outcome is 'ok, empty, failed, blocked, unreachable or skipped.';
comment on column run.captures_new is 'Captures that were new to the archive.';
comment on column run.message is 'What went wrong, why it was skipped, or what was noticed.';

create table build (
    built_at timestamp not null,
    memtrack_version varchar not null,
    reading_version varchar not null,
    inputs_sha256 varchar not null
);
comment on table build is 'One row: how this file was built.';
comment on column build.built_at is 'When it was built, UTC.';
comment on column build.memtrack_version is 'Version of memtrack that built it.';
comment on column build.reading_version is 'Reader and vocabulary of its rows.';
comment on column build.inputs_sha256 is 'Digest of everything it was built from; the same digest gives the same rows.';
