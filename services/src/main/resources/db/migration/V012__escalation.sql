-- Deadlines in calendars of people, and warnings that go up a chain until somebody acknowledges them.

-- ---------------------------------------------------------------- secret addresses of calendars

-- One for each person who wants one; of the secret only the hash.
create table calendar_feed (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    person_id uuid not null,
    secret_hash bytea not null unique,
    created_at timestamptz not null,
    last_fetched_at timestamptz,
    primary key (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred
);

create table calendar_feed_change (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    person_id uuid not null,
    what text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred
);

-- Deadlines by the moment at which they end: calendars show a month, or the weeks around today.
create index clock_legal on clock (organisation_id, legal_at);

-- ---------------------------------------------------------------- escalation

-- Acts; the last one of an organisation holds.
create table escalation_chain (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    warned_team_hours int not null,
    warned_executive_hours int not null,
    missed_team_hours int not null,
    missed_executive_hours int not null,
    executives text not null,
    primary key (organisation_id, id)
);
create index escalation_chain_last on escalation_chain (organisation_id, leaf desc);

-- How far news of a clock has gone up; the id is that of the clock's event.
create table escalation (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    clock_id uuid not null,
    failure_id uuid not null,
    news text not null,
    step text not null,
    owner_id uuid,
    since timestamptz not null,
    due_at timestamptz,
    ended text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, id) references clock_event deferrable initially deferred,
    foreign key (organisation_id, clock_id) references clock deferrable initially deferred,
    foreign key (organisation_id, owner_id) references person deferrable initially deferred
);
create index escalation_due on escalation (due_at) where due_at is not null;
create index escalation_clock on escalation (organisation_id, clock_id);

create table acknowledgement (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    clock_id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    event_id uuid not null,
    news text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, clock_id) references clock deferrable initially deferred
);
create unique index acknowledged_once on acknowledgement (organisation_id, event_id);

-- ---------------------------------------------------------------- isolation

do $$
declare
    t text;
begin
    foreach t in array array['calendar_feed', 'calendar_feed_change', 'escalation_chain', 'escalation', 'acknowledgement'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation())
            with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array array['calendar_feed_change', 'escalation_chain', 'acknowledgement'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
grant update, delete on calendar_feed to fixtrail_app;
grant update on escalation to fixtrail_app;

-- ---------------------------------------------------------------- what precedes an organisation

-- Whose calendar it is; what that person may see is asked inside the organisation.
create function calendar_feed_of(given_hash bytea) returns table (organisation_id uuid, person_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select f.organisation_id, f.person_id from calendar_feed f
    where f.secret_hash = given_hash and not organisation_closed(f.organisation_id)
$$;
revoke all on function calendar_feed_of(bytea) from public;
grant execute on function calendar_feed_of(bytea) to fixtrail_app;
alter function calendar_feed_of(bytea) owner to fixtrail_definer;
grant select on calendar_feed to fixtrail_definer;

create function due_escalations(at timestamptz, most int) returns table (organisation_id uuid, escalation_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select e.organisation_id, e.id from escalation e
    where e.due_at <= at and not organisation_closed(e.organisation_id) order by e.due_at limit most
$$;
revoke all on function due_escalations(timestamptz, int) from public;
grant execute on function due_escalations(timestamptz, int) to fixtrail_app;
alter function due_escalations(timestamptz, int) owner to fixtrail_definer;
grant select on escalation to fixtrail_definer;
