-- The life of an organisation after its creation (closed, reopened, exported, deleted), and keys that replace keys.
-- Deleting needs the role fixtrail_eraser: bootstrap.sql makes it, and may be run again at any time.

do $$
begin
    if not exists (select from pg_roles where rolname = 'fixtrail_eraser') then
        raise exception 'the role fixtrail_eraser is missing: run bootstrap.sql again, as a superuser';
    end if;
end $$;

-- ---------------------------------------------------------------- keys that replace keys

alter table access_key add column replaces uuid,
    add foreign key (organisation_id, replaces) references access_key deferrable initially deferred;
create unique index access_key_replaced_once on access_key (organisation_id, replaces) where replaces is not null;
alter table key_change add column replaces uuid;

-- ---------------------------------------------------------------- the state of an organisation

-- Acts. stored_at is the database's own time, which the application cannot set: the end of the retention counts from it.
create table organisation_change (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    what text not null check (what in ('ORGANISATION_CLOSED', 'ORGANISATION_REOPENED', 'ORGANISATION_EXPORTED')),
    reason text not null check (length(reason) <= 2000),
    retention_years int check (retention_years between 0 and 100),
    export_sha256 bytea check (length(export_sha256) = 32),
    export_size bigint,
    stored_at timestamptz not null default clock_timestamp(),
    primary key (organisation_id, id),
    check ((what = 'ORGANISATION_CLOSED') = (retention_years is not null)),
    check ((what = 'ORGANISATION_EXPORTED') = (export_sha256 is not null and export_size is not null))
);
create index organisation_change_leaf on organisation_change (organisation_id, leaf);
alter table organisation_change enable row level security;
alter table organisation_change force row level security;
create policy own_organisation on organisation_change using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());
grant select on organisation_change to fixtrail_app;
grant insert (organisation_id, id, leaf, recorded_at, actor, what, reason, retention_years, export_sha256, export_size)
    on organisation_change to fixtrail_app;
create trigger never_changed before update or delete on organisation_change
    for each row execute function refuse_change();
create trigger never_emptied before truncate on organisation_change
    for each statement execute function refuse_change();

-- Obeys the policies of whoever asks: true only of the organisation that the caller may see, or of any for a definer.
create function organisation_closed(given_id uuid) returns boolean
    language sql stable
    return coalesce((select c.what = 'ORGANISATION_CLOSED' from organisation_change c
        where c.organisation_id = given_id and c.what <> 'ORGANISATION_EXPORTED' order by c.leaf desc limit 1), false);

-- While it is closed, nothing enters its ledger but what becomes of the organisation itself; and no act is without entry.
create or replace function ledger_head_only_grows() returns trigger
    language plpgsql as $$
begin
    if new.size < old.size or new.recorded_at < old.recorded_at or new.organisation_id <> old.organisation_id then
        raise exception 'the head of a ledger only grows' using errcode = '42501';
    end if;
    if exists (select from ledger_entry e where e.organisation_id = old.organisation_id and e.leaf >= old.size
            and e.act not like 'organisation.%')
        and organisation_closed(old.organisation_id) then
        raise exception 'the organisation is closed' using errcode = '42501';
    end if;
    return new;
end $$;

-- ---------------------------------------------------------------- what precedes an organisation passes by the closed

grant select on organisation_change, ledger_head to fixtrail_definer;
set local role fixtrail_definer;

create or replace function account_memberships(given_id uuid)
    returns table (organisation_id uuid, organisation_name text, person_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select p.organisation_id, o.name, p.id from person p join organisation o on o.id = p.organisation_id
    where p.account_id = given_id and not p.disabled and p.joined_at is not null and not organisation_closed(o.id)
    order by o.name
$$;

create or replace function session_standing(given_id uuid, given_device bytea)
    returns table (account_id uuid, organisation_id uuid, person_id uuid, person_version bigint, must_change boolean,
        second_factor boolean, started_at timestamptz, seen_at timestamptz)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select s.account_id, s.organisation_id, p.id, p.version, a.must_change,
        exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null),
        s.started_at, s.seen_at
    from sign_in_session s
        join account a on a.id = s.account_id
        join person p on p.account_id = s.account_id and p.organisation_id = s.organisation_id
    where s.id = given_id and s.device_hash = given_device and s.ended_at is null and not p.disabled
        and p.joined_at is not null and not organisation_closed(s.organisation_id)
$$;

create or replace function key_standing(given_hash bytea)
    returns table (organisation_id uuid, key_id uuid, key_version bigint, person_version bigint, last_used_at timestamptz)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select k.organisation_id, k.id, k.version, p.version, k.last_used_at
    from access_key k join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
    where k.secret_hash = given_hash and not organisation_closed(k.organisation_id)
$$;

create or replace function claim_job(given_worker uuid, at timestamptz, until timestamptz)
    returns table (organisation_id uuid, job_id uuid)
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update job j set state = 'RUNNING', worker = given_worker, leased_until = until, attempts = attempts + 1,
        started_at = coalesce(started_at, at), version = version + 1
    where (j.organisation_id, j.id) = (
        select w.organisation_id, w.id from job w
        where (w.state = 'WAITING' or (w.state = 'RUNNING' and w.leased_until < at))
            and not organisation_closed(w.organisation_id)
        order by w.requested_at limit 1 for update skip locked)
    returning j.organisation_id, j.id
$$;

create or replace function due_clocks(at timestamptz, most int)
    returns table (organisation_id uuid, failure_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    (select organisation_id, failure_id from clock where due_at <= at and not organisation_closed(organisation_id)
        order by due_at limit most)
    union all
    (select organisation_id, failure_id from clock_refresh
        where due_at <= at and not organisation_closed(organisation_id) order by due_at limit most)
    union all
    (select organisation_id, id from failure where due_at <= at and not organisation_closed(organisation_id)
        order by due_at limit most)
$$;

create or replace function due_notifications(at timestamptz, most int)
    returns table (organisation_id uuid, notification_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select organisation_id, id from notification_delivery
    where due_at <= at and not organisation_closed(organisation_id) order by due_at limit most
$$;

create or replace function organisations_with_refusals(before timestamptz) returns setof uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select distinct organisation_id from refusal_note
    where noted_at < before and not organisation_closed(organisation_id)
$$;

reset role;

-- For the operator, who belongs to none. The last closing and the last export since, if it is closed.
create function organisation_list()
    returns table (organisation_id uuid, organisation_name text, created_at timestamptz, people bigint,
        closed_at timestamptz, keep_until timestamptz, exported_at timestamptz, export_sha256 bytea)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select o.id, o.name, o.recorded_at,
        (select count(*) from person p where p.organisation_id = o.id and not p.disabled),
        closing.stored_at, closing.stored_at + make_interval(years => closing.retention_years),
        export.stored_at, export.export_sha256
    from organisation o
    left join lateral (select c.* from organisation_change c
        where c.organisation_id = o.id and c.what <> 'ORGANISATION_EXPORTED' order by c.leaf desc limit 1) closing
        on closing.what = 'ORGANISATION_CLOSED'
    left join lateral (select c.* from organisation_change c
        where c.organisation_id = o.id and c.what = 'ORGANISATION_EXPORTED' and c.leaf > closing.leaf
        order by c.leaf desc limit 1) export on true
    order by o.name, o.id
$$;
revoke all on function organisation_list() from public;
grant execute on function organisation_list() to fixtrail_app;
alter function organisation_list() owner to fixtrail_definer;

-- ---------------------------------------------------------------- deleting

-- What stays of a deleted organisation, so that the deletion can be proven: no name and nobody's data.
create table organisation_tombstone (
    id uuid primary key,
    name_sha256 bytea not null check (length(name_sha256) = 32),
    closed_at timestamptz not null,
    keep_until timestamptz not null,
    export_sha256 bytea not null check (length(export_sha256) = 32),
    ledger_size bigint not null,
    ledger_root bytea not null check (length(ledger_root) = 32),
    deleted_at timestamptz not null default clock_timestamp()
);
alter table organisation_tombstone enable row level security;
alter table organisation_tombstone force row level security;
create trigger never_changed before update or delete on organisation_tombstone
    for each row execute function refuse_change();
create trigger never_emptied before truncate on organisation_tombstone
    for each statement execute function refuse_change();

-- One exception to the rule that acts stay: the eraser, whose one function below has written the tombstone first.
create or replace function refuse_change() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'fixtrail_eraser' and tg_table_name <> 'organisation_tombstone' then
        if exists (select from organisation_tombstone t where t.id =
                coalesce(to_jsonb(old) ->> 'organisation_id', to_jsonb(old) ->> 'id')::uuid) then
            return old;
        end if;
    end if;
    raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $$;

-- The only way in which an organisation goes. All conditions are checked here, by the database's own clock:
-- it is closed, it was exported since, that very export is in hand, and the retention that was set when it was closed is over.
create function organisation_delete(given_id uuid, given_name text, given_export bytea) returns bigint
    language plpgsql security definer set search_path = fixtrail, pg_temp as $$
declare
    known record;
    closing record;
    export record;
    head record;
    accounts uuid[];
    t text;
    gone bigint;
    total bigint := 0;
begin
    select * into known from organisation where id = given_id;
    if not found or known.name <> given_name then
        raise exception 'there is no organisation with this id and name' using errcode = 'P0001';
    end if;
    select * into strict head from ledger_head where organisation_id = given_id for update;
    select * into closing from organisation_change where organisation_id = given_id and what <> 'ORGANISATION_EXPORTED'
        order by leaf desc limit 1;
    if closing.what is distinct from 'ORGANISATION_CLOSED' then
        raise exception 'the organisation is not closed' using errcode = 'P0001';
    end if;
    select * into export from organisation_change
        where organisation_id = given_id and what = 'ORGANISATION_EXPORTED' and leaf > closing.leaf
        order by leaf desc limit 1;
    if export.export_sha256 is null then
        raise exception 'the organisation was not exported since it was closed' using errcode = 'P0001';
    end if;
    if export.export_sha256 <> given_export then
        raise exception 'this is not the last export since it was closed' using errcode = 'P0001';
    end if;
    if closing.stored_at + make_interval(years => closing.retention_years) > clock_timestamp() then
        raise exception 'the retention period is not over' using errcode = 'P0001';
    end if;

    insert into organisation_tombstone (id, name_sha256, closed_at, keep_until, export_sha256, ledger_size,
        ledger_root)
    values (given_id, sha256(convert_to(known.name, 'UTF8')), closing.stored_at,
        closing.stored_at + make_interval(years => closing.retention_years), export.export_sha256, head.size, head.root);

    accounts := array(select p.account_id from person p where p.organisation_id = given_id
        and not exists (select from person o where o.account_id = p.account_id and o.organisation_id <> given_id));
    -- Every table with rows of organisations, later ones too. Foreign keys are deferred; the few that are not go first.
    for t in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
        where c.relnamespace = 'fixtrail'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        order by exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable)
            desc, c.relname
    loop
        execute format('delete from %I where organisation_id = $1', t) using given_id;
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    delete from organisation where id = given_id;
    -- whoever belonged to this organisation alone cannot sign in anywhere any more
    delete from account where id = any (accounts);
    return total + 1;
end $$;

create function organisation_tombstones()
    returns table (organisation_id uuid, name_sha256 bytea, closed_at timestamptz, keep_until timestamptz,
        export_sha256 bytea, ledger_size bigint, ledger_root bytea, deleted_at timestamptz)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select id, name_sha256, closed_at, keep_until, export_sha256, ledger_size, ledger_root, deleted_at
    from organisation_tombstone order by deleted_at
$$;

do $$
declare
    f text;
begin
    foreach f in array array['organisation_delete(uuid, text, bytea)', 'organisation_tombstones()'] loop
        execute 'revoke all on function ' || f || ' from public';
        execute 'grant execute on function ' || f || ' to fixtrail_app';
        execute 'alter function ' || f || ' owner to fixtrail_eraser';
    end loop;
end $$;

-- Reads what the conditions need, deletes, and writes nothing but the tombstone; so of the tables of later migrations.
grant select, delete on all tables in schema fixtrail to fixtrail_eraser;
revoke delete on organisation_tombstone from fixtrail_eraser;
grant insert on organisation_tombstone to fixtrail_eraser;
grant update on ledger_head to fixtrail_eraser; -- its lock
do $$
begin
    execute format('revoke all on %I from fixtrail_eraser', 'flyway_schema_history');
exception when undefined_table then
    null;
end $$;
alter default privileges in schema fixtrail grant select, delete on tables to fixtrail_eraser;
