-- Fixtrail, schema. Run by the owner's login; the application's login owns nothing and obeys row-level security.
--
-- Three kinds of tables:
--   acts         append-only rows that the ledger covers; each names its leaf
--   projections  the current state, derived from acts; may be updated
--   work         jobs, files, sessions' needs; no evidence
-- Keys of tenant tables are (organisation_id, id). Foreign keys are deferred, since acts of one use case are written at once.

create function current_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('fixtrail.organisation', true), '')::uuid;

create function refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $$;

-- ---------------------------------------------------------------- organisations and ledger

create table organisation (
    id uuid primary key,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    name text not null check (length(name) between 1 and 200),
    zone text not null default 'UTC'
);

create table ledger_head (
    organisation_id uuid primary key references organisation (id) deferrable initially deferred,
    size bigint not null check (size >= 0),
    peaks bytea not null,
    root bytea not null check (length(root) = 32),
    recorded_at timestamptz not null
);

create function ledger_head_only_grows() returns trigger
    language plpgsql as $$
begin
    if new.size < old.size or new.recorded_at < old.recorded_at or new.organisation_id <> old.organisation_id then
        raise exception 'the head of a ledger only grows' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger only_grows before update on ledger_head for each row execute function ledger_head_only_grows();

create table ledger_entry (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    leaf bigint not null check (leaf >= 0),
    recorded_at timestamptz not null,
    act text not null,
    actor text not null,
    row_id uuid not null,
    content bytea not null check (length(content) = 32),
    failure_id uuid,
    failure_prev bytea,
    system_id uuid,
    system_prev bytea,
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    primary key (organisation_id, leaf)
);
create unique index ledger_entry_row on ledger_entry (organisation_id, row_id);
create index ledger_entry_failure on ledger_entry (organisation_id, failure_id, leaf desc) where failure_id is not null;
create index ledger_entry_system on ledger_entry (organisation_id, system_id, leaf desc) where system_id is not null;
create index ledger_entry_time on ledger_entry (organisation_id, recorded_at);

-- Salts stand apart from the entries, so that erasing a salt never touches an entry.
create table ledger_salt (
    organisation_id uuid not null,
    leaf bigint not null,
    salt bytea not null check (length(salt) = 32),
    primary key (organisation_id, leaf)
);

create table refusal_note (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    noted_at timestamptz not null,
    actor text not null,
    use_case text not null,
    rule text not null,
    primary key (organisation_id, id)
);

create table refusal (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    minute timestamptz not null,
    refused_actor text not null,
    use_case text not null,
    rule text not null,
    times bigint not null,
    primary key (organisation_id, id)
);

-- ---------------------------------------------------------------- people and keys

-- How somebody signs in. Belongs to no organisation; reached through functions only.
create table account (
    id uuid primary key,
    email text not null unique check (email = lower(email) and length(email) <= 254),
    password_hash text,
    must_change boolean not null,
    password_set_at timestamptz not null,
    verified_at timestamptz,
    created_at timestamptz not null
);

create table person (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    account_id uuid not null,
    email text not null,
    display_name text not null check (length(display_name) between 1 and 200),
    roles text not null,
    disabled boolean not null default false,
    joined_at timestamptz,
    invited_at timestamptz,
    invitation_problem text,
    last_sign_in timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, account_id)
);
create index person_account on person (account_id);

create table person_change (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    person_id uuid not null,
    what text not null,
    display_name text not null,
    roles text not null,
    disabled boolean not null,
    proposal_id uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred
);
create index person_change_person on person_change (organisation_id, person_id, leaf);

create table access_key (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    kind text not null check (kind in ('PERSONAL', 'MACHINE', 'PIPELINE')),
    label text not null check (length(label) between 1 and 200),
    person_id uuid not null,
    system_id uuid,
    scopes text not null,
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    check ((kind = 'PERSONAL') = (system_id is null)),
    foreign key (organisation_id, person_id) references person deferrable initially deferred
);

create table key_change (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    key_id uuid not null,
    what text not null,
    kind text not null,
    label text not null,
    person_id uuid not null,
    system_id uuid,
    scopes text not null,
    expires_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, key_id) references access_key deferrable initially deferred
);

-- ---------------------------------------------------------------- AI systems

create table ai_system (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    purpose text not null,
    risk_class text not null,
    operator_role text not null,
    owner text not null,
    contexts text not null,
    learning_modes text not null,
    launched_at timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, name)
);

create table system_revision (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    system_id uuid not null,
    name text not null,
    purpose text not null,
    risk_class text not null,
    operator_role text not null,
    owner text not null,
    contexts text not null,
    learning_modes text not null,
    launched_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index system_revision_system on system_revision (organisation_id, system_id, leaf);

create table system_version (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    system_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    released_at timestamptz not null,
    note text not null,
    primary key (organisation_id, id),
    unique (organisation_id, system_id, name),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);

create table traffic_report (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    system_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    interactions bigint not null check (interactions >= 0),
    source text not null,
    primary key (organisation_id, id),
    check (to_at > from_at),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create index traffic_report_system on traffic_report (organisation_id, system_id, from_at);

-- ---------------------------------------------------------------- failures

create table failure (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    system_id uuid not null,
    title text not null check (length(title) between 1 and 500),
    severity text not null,
    category text not null,
    kind text not null,
    status text not null,
    stage text not null,
    stage_number int not null,
    cycle int not null,
    fingerprint text,
    source text,
    external_key text,
    imported boolean not null,
    contradictory boolean not null,
    emerged_at timestamptz,
    detected_at timestamptz,
    deployed_at timestamptz,
    changed_at timestamptz not null,
    occurrences bigint not null,
    last_occurrence_at timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create unique index failure_fingerprint on failure (organisation_id, system_id, fingerprint) where fingerprint is not null;
create unique index failure_external on failure (organisation_id, source, external_key) where external_key is not null;
create index failure_changed on failure (organisation_id, changed_at desc, id);
create index failure_detected on failure (organisation_id, detected_at desc, id);
create index failure_severity on failure (organisation_id, severity, changed_at desc);
create index failure_stage on failure (organisation_id, status, stage, changed_at desc);
create index failure_system on failure (organisation_id, system_id, changed_at desc);
create index failure_category on failure (organisation_id, category, changed_at desc);

create table failure_revision (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    failure_id uuid not null,
    system_id uuid not null,
    revision int not null,
    title text not null,
    description text not null,
    severity text not null,
    category text not null,
    kind text not null,
    learning_mode text,
    affected_version text,
    fingerprint text,
    source text,
    external_key text,
    imported boolean not null,
    contradictions text not null,
    reason text not null,
    primary key (organisation_id, id),
    unique (organisation_id, failure_id, revision),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);

create table transition (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    failure_id uuid not null,
    system_id uuid not null,
    cycle int not null check (cycle >= 1),
    stage text not null,
    occurred_at timestamptz not null,
    details text not null check (details is json object),
    late_reason text,
    proposal boolean not null,
    confirms uuid,
    supersedes uuid,
    retraction boolean not null,
    imported boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred,
    foreign key (organisation_id, confirms) references transition deferrable initially deferred,
    foreign key (organisation_id, supersedes) references transition deferrable initially deferred
);
create index transition_failure on transition (organisation_id, failure_id, leaf);
create unique index transition_superseded_once on transition (organisation_id, supersedes) where supersedes is not null;
create unique index transition_confirmed_once on transition (organisation_id, confirms) where confirms is not null;
create index transition_stage_time on transition (organisation_id, stage, occurred_at);

create table signal_batch (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    system_id uuid not null,
    signals int not null check (signals > 0),
    root bytea not null check (length(root) = 32),
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);

-- A signal that names a failure is an occurrence of it.
create table signal (
    organisation_id uuid not null,
    id uuid not null,
    batch_id uuid not null,
    position int not null,
    system_id uuid not null,
    source text not null check (length(source) between 1 and 500),
    event_id text not null check (length(event_id) between 1 and 200),
    type text not null check (length(type) between 1 and 200),
    occurred_at timestamptz not null,
    version text,
    fingerprint text,
    failure_id uuid,
    cycle int,
    data text not null,
    primary key (organisation_id, id),
    unique (organisation_id, source, event_id),
    unique (organisation_id, batch_id, position),
    check ((failure_id is null) = (cycle is null)),
    foreign key (organisation_id, batch_id) references signal_batch deferrable initially deferred,
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index signal_failure on signal (organisation_id, failure_id, occurred_at) where failure_id is not null;
create index signal_system_time on signal (organisation_id, system_id, occurred_at);

-- ---------------------------------------------------------------- clocks and notifications

create table target (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    target_id uuid not null,
    severity text not null,
    from_stage text not null,
    to_stage text not null,
    amount int not null,
    unit text not null check (unit in ('HOURS', 'DAYS')),
    valid_from timestamptz not null,
    ended boolean not null,
    primary key (organisation_id, id)
);
create index target_current on target (organisation_id, target_id, leaf desc);

create table clock (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    cycle int not null,
    obligation text not null,
    target_id uuid not null,
    rule_row uuid not null,
    start_event text not null,
    start_row uuid not null,
    severity text not null,
    to_stage text not null,
    zone text not null,
    started_at timestamptz not null,
    warn_at timestamptz not null,
    strict_at timestamptz not null,
    rolled_at timestamptz not null,
    legal_at timestamptz not null,
    state text not null,
    warned boolean not null,
    met_at timestamptz,
    due_at timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, failure_id, cycle, target_id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index clock_due on clock (due_at) where due_at is not null;
create index clock_state on clock (organisation_id, state, strict_at);

-- Failures whose clocks must be looked at again, since a target changed.
create table clock_refresh (
    organisation_id uuid not null,
    failure_id uuid not null,
    due_at timestamptz not null,
    primary key (organisation_id, failure_id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index clock_refresh_due on clock_refresh (due_at);

create table clock_event (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    clock_id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    what text not null,
    obligation text not null,
    started_at timestamptz not null,
    warn_at timestamptz not null,
    strict_at timestamptz not null,
    rolled_at timestamptz not null,
    legal_at timestamptz not null,
    state text not null,
    met_at timestamptz,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, clock_id) references clock deferrable initially deferred
);
create index clock_event_clock on clock_event (organisation_id, clock_id, leaf);

create table notification (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    clock_id uuid,
    failure_id uuid,
    system_id uuid,
    kind text not null,
    recipient_id uuid not null,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    message_id text not null unique,
    primary key (organisation_id, id)
);
create index notification_recorded on notification (organisation_id, recorded_at desc, id);

-- Where a notification stands; what was tried is in notification_try.
create table notification_delivery (
    organisation_id uuid not null,
    id uuid not null,
    state text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED')),
    tries int not null,
    may_have_doubled int not null default 0,
    due_at timestamptz,
    sent_at timestamptz,
    last_error text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, id) references notification deferrable initially deferred
);
create index notification_delivery_due on notification_delivery (due_at) where due_at is not null;

create table notification_try (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    notification_id uuid not null,
    number int not null,
    outcome text not null,
    answer text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, notification_id) references notification deferrable initially deferred
);

-- ---------------------------------------------------------------- jobs and packs

create table job (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    kind text not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    requested_by text not null,
    requested_at timestamptz not null,
    parameters text not null check (parameters is json object),
    progress bigint not null default 0,
    total bigint,
    result text check (result is json object),
    error text,
    worker uuid,
    leased_until timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    attempts int not null default 0,
    version bigint not null,
    primary key (organisation_id, id)
);
create index job_waiting on job (requested_at) where state in ('WAITING', 'RUNNING');
create index job_listed on job (organisation_id, kind, requested_at desc);

create table job_file (
    organisation_id uuid not null,
    job_id uuid not null,
    name text not null,
    content bytea not null,
    primary key (organisation_id, job_id, name),
    foreign key (organisation_id, job_id) references job
);

-- One line of an import that was not taken, or was taken with a mark.
create table import_note (
    organisation_id uuid not null,
    job_id uuid not null,
    line bigint not null,
    kind text not null check (kind in ('REJECTED', 'CONTRADICTORY', 'REPEATED')),
    external_key text,
    reason text not null,
    primary key (organisation_id, job_id, line, kind),
    foreign key (organisation_id, job_id) references job
);

create table job_event (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    job_id uuid not null,
    what text not null,
    details text not null check (details is json object),
    primary key (organisation_id, id),
    foreign key (organisation_id, job_id) references job deferrable initially deferred
);

create table evidence_pack (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    job_id uuid not null,
    scope text not null check (scope is json object),
    failures bigint not null,
    known_at bigint not null,
    root bytea not null,
    file_sha256 bytea not null check (length(file_sha256) = 32),
    file_size bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, job_id) references job deferrable initially deferred
);
create index evidence_pack_recorded on evidence_pack (organisation_id, recorded_at desc, id);

-- ---------------------------------------------------------------- isolation

do $$
declare
    t text;
    acts text[] := array['organisation', 'ledger_entry', 'refusal', 'person_change', 'key_change', 'system_revision',
        'system_version', 'traffic_report', 'failure_revision', 'transition', 'signal_batch', 'signal', 'target',
        'clock_event', 'notification', 'notification_try', 'job_event', 'evidence_pack'];
    projections text[] := array['ledger_head', 'person', 'access_key', 'ai_system', 'failure', 'clock',
        'notification_delivery', 'job'];
    kept text[] := array['ledger_salt', 'refusal_note', 'job_file', 'import_note', 'clock_refresh'];
begin
    foreach t in array acts || projections || kept loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (%I = current_organisation()) with check (%2$I = current_organisation())',
            t, case t when 'organisation' then 'id' else 'organisation_id' end);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array acts loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
    foreach t in array projections loop
        execute format('grant update on %I to fixtrail_app', t);
    end loop;
end $$;
grant delete on refusal_note to fixtrail_app;
grant update, delete on clock_refresh to fixtrail_app;
alter table account enable row level security;
alter table account force row level security;

-- ---------------------------------------------------------------- what precedes an organisation

-- These functions run as a role that obeys no policy: each answers ids and what its one purpose needs, nothing else.

create function organisation_count() returns bigint
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select count(*) from organisation
$$;

create function organisation_name_taken(given_name text) returns boolean
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select exists (select from organisation where name = given_name)
$$;

create function organisation_ids() returns setof uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select id from organisation order by id
$$;

create function claim_job(given_worker uuid, at timestamptz, until timestamptz)
    returns table (organisation_id uuid, job_id uuid)
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update job j set state = 'RUNNING', worker = given_worker, leased_until = until, attempts = attempts + 1,
        started_at = coalesce(started_at, at), version = version + 1
    where (j.organisation_id, j.id) = (
        select w.organisation_id, w.id from job w
        where w.state = 'WAITING' or (w.state = 'RUNNING' and w.leased_until < at)
        order by w.requested_at limit 1 for update skip locked)
    returning j.organisation_id, j.id
$$;

-- The failures with clocks that are due; one failure may come more than once.
create function due_clocks(at timestamptz, most int)
    returns table (organisation_id uuid, failure_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    (select organisation_id, failure_id from clock where due_at <= at order by due_at limit most)
    union all
    (select organisation_id, failure_id from clock_refresh where due_at <= at order by due_at limit most)
$$;

create function due_notifications(at timestamptz, most int)
    returns table (organisation_id uuid, notification_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select organisation_id, id from notification_delivery where due_at <= at order by due_at limit most
$$;

create function organisations_with_refusals(before timestamptz) returns setof uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select distinct organisation_id from refusal_note where noted_at < before
$$;

create function waiting_work() returns table (jobs bigint, notifications bigint, clocks bigint)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select (select count(*) from job where state in ('WAITING', 'RUNNING')),
           (select count(*) from notification_delivery where due_at is not null),
           (select count(*) from clock where due_at is not null)
$$;

do $$
declare
    f text;
begin
    foreach f in array array['organisation_name_taken(text)', 'organisation_count()',
        'organisation_ids()', 'claim_job(uuid, timestamptz, timestamptz)', 'due_clocks(timestamptz, int)',
        'due_notifications(timestamptz, int)', 'organisations_with_refusals(timestamptz)', 'waiting_work()'] loop
        execute 'revoke all on function ' || f || ' from public';
        execute 'grant execute on function ' || f || ' to fixtrail_app';
        execute 'alter function ' || f || ' owner to fixtrail_definer';
    end loop;
end $$;
grant select on organisation, clock, clock_refresh, notification_delivery, refusal_note
    to fixtrail_definer;
grant select, update on job to fixtrail_definer;
