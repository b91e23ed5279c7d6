-- Clocks of laws, standards and codes: what people answered, which rules an organisation uses, what went out.

create table fact_sheet (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    level text not null check (level in ('ORGANISATION', 'SYSTEM', 'FAILURE')),
    system_id uuid,
    failure_id uuid,
    cycle int not null,
    facts text not null,
    reason text not null,
    waits boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred,
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index fact_sheet_failure on fact_sheet (organisation_id, failure_id, leaf) where failure_id is not null;
create index fact_sheet_system on fact_sheet (organisation_id, system_id, leaf) where level = 'SYSTEM';
create index fact_sheet_organisation on fact_sheet (organisation_id, leaf) where level = 'ORGANISATION';

create index fact_sheet_waits on fact_sheet (organisation_id, failure_id) where waits;
create index failure_serious on failure (organisation_id, changed_at desc)
    where kind = 'SERIOUS_INCIDENT' and status = 'OPEN';

create table rule_pack (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    pack text not null,
    edition text not null,
    own boolean not null,
    running boolean not null,
    yaml text not null check (length(yaml) <= 300000),
    primary key (organisation_id, id)
);
create index rule_pack_current on rule_pack (organisation_id, pack, leaf desc);

alter table clock
    alter column target_id drop not null,
    alter column to_stage drop not null,
    add column rule_group text,
    add column place text,
    add column round int not null default 0,
    add column rule_id text,
    add column basis text not null default '';
create unique index clock_rule on clock (organisation_id, failure_id, cycle, rule_group, coalesce(place, ''), round)
    where rule_group is not null;
create index clock_of_rule on clock (organisation_id, rule_id) where rule_id is not null;
alter table clock_event add column basis text not null default '';

create table waiver (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    rule_id text not null,
    clock_id uuid,
    failure_id uuid,
    system_id uuid,
    lifted boolean not null,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, clock_id) references clock deferrable initially deferred
);
create index waiver_rule on waiver (organisation_id, rule_id, leaf) where clock_id is null;
create index waiver_failure on waiver (organisation_id, failure_id, leaf) where failure_id is not null;

-- The second person. What waits is a row of fact_sheet or waiver, so that no foreign key can say it.
create table countersignature (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    subject_id uuid not null,
    failure_id uuid,
    system_id uuid,
    confirmed boolean not null,
    reason text not null,
    primary key (organisation_id, id)
);
create unique index countersigned_once on countersignature (organisation_id, subject_id);

create table submission (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    clock_id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    kind text not null check (kind in ('INITIAL', 'FOLLOW_UP', 'COMBINED', 'FINAL')),
    submitted_at timestamptz not null,
    addressee text not null,
    reference text not null,
    complete boolean not null,
    note text not null,
    retracts uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, clock_id) references clock deferrable initially deferred
);
create index submission_failure on submission (organisation_id, failure_id, leaf);
create unique index submission_retracted_once on submission (organisation_id, retracts) where retracts is not null;

do $$
declare
    t text;
begin
    foreach t in array array['fact_sheet', 'rule_pack', 'waiver', 'countersignature', 'submission'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
