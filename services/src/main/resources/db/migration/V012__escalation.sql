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

-- ---------------------------------------------------------------- isolation

do $$
declare
    t text;
begin
    foreach t in array array['calendar_feed', 'calendar_feed_change'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation())
            with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array array['calendar_feed_change'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
grant update, delete on calendar_feed to fixtrail_app;

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
