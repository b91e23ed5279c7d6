-- Beside the clocks: who along the supply chain was told, and what must not be erased.

create table notice (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    failure_id uuid not null,
    system_id uuid not null,
    rule_id text not null,
    recipient text not null,
    name text not null,
    sent_at timestamptz not null,
    reference text not null,
    note text not null,
    retracts uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index notice_failure on notice (organisation_id, failure_id, leaf);
create unique index notice_retracted_once on notice (organisation_id, retracts) where retracts is not null;

create table legal_hold (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    hold_id uuid not null,
    failure_id uuid,
    system_id uuid not null,
    lifted boolean not null,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, hold_id) references legal_hold deferrable initially deferred,
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred,
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index legal_hold_system on legal_hold (organisation_id, system_id, leaf);
create index legal_hold_of on legal_hold (organisation_id, hold_id);

do $$
declare
    t text;
begin
    foreach t in array array['notice', 'legal_hold'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;

-- The holds that stand: placed, and not lifted by two people. Whatever erases asks here first.
create function holds_in_force(of_organisation uuid) returns table (hold_id uuid, failure_id uuid, system_id uuid)
    language sql stable set search_path = fixtrail, pg_temp as $$
    select p.id, p.failure_id, p.system_id from legal_hold p
    where p.organisation_id = of_organisation and not p.lifted
      and not exists (
          select from legal_hold l
          join countersignature c on c.organisation_id = l.organisation_id and c.subject_id = l.id and c.confirmed
          where l.organisation_id = p.organisation_id and l.hold_id = p.id and l.lifted)
$$;

-- An organisation with such a hold is not deleted, whatever the retention says.
create function refuse_held() returns trigger language plpgsql set search_path = fixtrail, pg_temp as $$
begin
    if exists (select from holds_in_force(new.id)) then
        raise exception 'a legal hold stands: it must be lifted by two people first' using errcode = 'P0001';
    end if;
    return new;
end $$;
create trigger never_held before insert on organisation_tombstone for each row execute function refuse_held();
