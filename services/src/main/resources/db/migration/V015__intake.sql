-- Reports of failures by people outside.

create table intake_address (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    address_id uuid not null,
    system_id uuid,
    label text not null,
    closed boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index intake_address_last on intake_address (address_id, leaf desc);

create table outside_report (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    address_id uuid not null,
    system_id uuid,
    reporter text not null,
    name text not null,
    contact text not null,
    title text not null,
    description text not null,
    version text not null,
    happened_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index outside_report_list on outside_report (organisation_id, recorded_at desc, id);

create table report_decision (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    report_id uuid not null,
    outcome text not null,
    failure_id uuid,
    system_id uuid,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, report_id) references outside_report deferrable initially deferred,
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index report_decision_of on report_decision (organisation_id, report_id, leaf);
create index report_decision_failure on report_decision (organisation_id, failure_id) where failure_id is not null;

do $$
declare
    t text;
begin
    foreach t in array array['intake_address', 'outside_report', 'report_decision'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;

-- Whose address it is, before an organisation is known; nothing for one that is closed.
create function intake_of(given uuid) returns setof uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select last.organisation_id from (
        select a.organisation_id, a.closed from intake_address a where a.address_id = given order by a.leaf desc limit 1
    ) last
    where not last.closed and not organisation_closed(last.organisation_id)
$$;
revoke all on function intake_of(uuid) from public;
grant execute on function intake_of(uuid) to fixtrail_app;
grant select on intake_address to fixtrail_definer;
alter function intake_of(uuid) owner to fixtrail_definer;
