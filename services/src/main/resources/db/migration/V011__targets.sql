-- Targets for one AI system, in working time, that may pause; and when clocks warn.

alter table target
    add column system_id uuid,
    add column counting text not null default 'ELAPSED' check (counting in ('ELAPSED', 'WORKING_TIME')),
    add column pause_for text,
    add foreign key (organisation_id, system_id) references ai_system deferrable initially deferred;

-- Warning points with their moments, and those that need no telling any more: 80%@2026-03-05T16:00:00.000000Z
alter table clock
    add column warnings text not null default '',
    add column told text not null default '';
create index clock_open_target on clock (organisation_id, target_id) where state in ('RUNNING', 'PAUSED');

-- When the organisation works: days of the week, two times of the day, and whose holidays are free (empty for nobody's).
create table working_time (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    days text not null,
    from_time text not null,
    until_time text not null,
    zone text not null,
    calendar text not null,
    primary key (organisation_id, id)
);
create index working_time_last on working_time (organisation_id, leaf desc);

create table warning_setting (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    shares text not null,
    hours_before text not null,
    primary key (organisation_id, id)
);
create index warning_setting_last on warning_setting (organisation_id, leaf desc);

-- Of one cycle and reason, a pause and its end take turns.
create table clock_pause (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    failure_id uuid not null,
    system_id uuid not null,
    cycle int not null,
    reason text not null,
    resumed boolean not null,
    party text not null check (length(party) <= 200),
    at timestamptz not null,
    note text not null check (length(note) <= 5000),
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index clock_pause_failure on clock_pause (organisation_id, failure_id, leaf);

do $$
declare
    t text;
begin
    foreach t in array array['working_time', 'warning_setting', 'clock_pause'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
