-- Delivery: webhooks beside mails, in one outbox.

-- ---------------------------------------------------------------- endpoints of webhooks

-- Secrets are encrypted by the installation's key.
create table webhook_endpoint (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    address text not null check (length(address) <= 500),
    events text not null,
    description text not null check (length(description) <= 200),
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    off_reason text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id)
);

create table webhook_change (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    endpoint_id uuid not null,
    what text not null,
    address text not null,
    events text not null,
    description text not null,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, endpoint_id) references webhook_endpoint deferrable initially deferred
);

-- ---------------------------------------------------------------- the outbox

alter table notification_delivery
    add column channel text not null default 'MAIL' check (channel in ('MAIL', 'WEBHOOK')),
    add column endpoint_id uuid,
    add column since timestamptz not null default now(),
    add check ((channel = 'WEBHOOK') = (endpoint_id is not null)),
    add foreign key (organisation_id, endpoint_id) references webhook_endpoint deferrable initially deferred;
create index notification_delivery_failed on notification_delivery (organisation_id, endpoint_id) where state = 'FAILED';

-- ---------------------------------------------------------------- isolation

do $$
declare
    t text;
begin
    foreach t in array array['webhook_endpoint', 'webhook_change'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation())
            with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array array['webhook_change'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
grant update on webhook_endpoint to fixtrail_app;

-- ---------------------------------------------------------------- what precedes an organisation

set local role fixtrail_definer;
create or replace function due_notifications(at timestamptz, most int)
    returns table (organisation_id uuid, notification_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select organisation_id, id from notification_delivery
    where due_at <= at and channel = 'MAIL' and not organisation_closed(organisation_id) order by due_at limit most
$$;
reset role;

-- No endpoint takes all the places, so that one that is slow holds up no other.
create function due_webhooks(at timestamptz, most int, most_of_each int)
    returns table (organisation_id uuid, notification_id uuid, endpoint_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select due.organisation_id, due.id, due.endpoint_id from (
        select d.organisation_id, d.id, d.endpoint_id, d.due_at,
            row_number() over (partition by d.organisation_id, d.endpoint_id order by d.due_at) as place
        from notification_delivery d
        where d.due_at <= at and d.channel = 'WEBHOOK' and not organisation_closed(d.organisation_id)) due
    where due.place <= most_of_each order by due.due_at limit most
$$;
revoke all on function due_webhooks(timestamptz, int, int) from public;
grant execute on function due_webhooks(timestamptz, int, int) to fixtrail_app;
alter function due_webhooks(timestamptz, int, int) owner to fixtrail_definer;

-- ---------------------------------------------------------------- what people want of their mails

-- Acts; the last one of a person holds. Quiet hours in minutes of the day.
create table mail_choice (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    person_id uuid not null,
    warnings boolean not null,
    breaches boolean not null,
    quiet_from int check (quiet_from between 0 and 1439),
    quiet_until int check (quiet_until between 0 and 1439),
    digest_hour int check (digest_hour between 0 and 23),
    zone text not null,
    by_link boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred,
    check ((quiet_from is null) = (quiet_until is null))
);
create index mail_choice_last on mail_choice (organisation_id, person_id, leaf desc);

-- When a person's next digest is due, and what the last one went up to.
create table digest_plan (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    person_id uuid not null,
    due_at timestamptz,
    last_at timestamptz,
    primary key (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred
);
create index digest_plan_due on digest_plan (due_at) where due_at is not null;

do $$
declare
    t text;
begin
    foreach t in array array['mail_choice', 'digest_plan'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation())
            with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
end $$;
create trigger never_changed before update or delete on mail_choice for each row execute function refuse_change();
create trigger never_emptied before truncate on mail_choice for each statement execute function refuse_change();
grant update on digest_plan to fixtrail_app;

create function due_digests(at timestamptz, most int) returns table (organisation_id uuid, person_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select p.organisation_id, p.person_id from digest_plan p
    where p.due_at <= at and not organisation_closed(p.organisation_id) order by p.due_at limit most
$$;
revoke all on function due_digests(timestamptz, int) from public;
grant execute on function due_digests(timestamptz, int) to fixtrail_app;
alter function due_digests(timestamptz, int) owner to fixtrail_definer;
grant select on digest_plan to fixtrail_definer;
