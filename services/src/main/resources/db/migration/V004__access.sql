-- Access: how people sign in and stay signed in, who holds which rights by whose word, and what became of them.

-- ---------------------------------------------------------------- what belongs to an account, reached by functions only

-- A browser's session; bound to the secret that the browser keeps beside the server's session id. Rights are worked out anew whenever the person's version is another.
create table sign_in_session (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    organisation_id uuid not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    address text not null check (length(address) <= 100),
    agent text not null check (length(agent) <= 300),
    device_hash bytea not null check (length(device_hash) = 32),
    provider_session text check (length(provider_session) <= 200)
);
create index sign_in_session_account on sign_in_session (account_id, started_at desc) where ended_at is null;
create index sign_in_session_provider on sign_in_session (provider_session) where provider_session is not null;
create index sign_in_session_started on sign_in_session (started_at);

-- RFC 6238. The secret is encrypted by the installation's key; a time step is taken once.
create table second_factor (
    account_id uuid primary key references account (id) on delete cascade,
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

create table recovery_code (
    account_id uuid not null references account (id) on delete cascade,
    hash bytea not null check (length(hash) = 32),
    primary key (account_id, hash)
);

-- A link that was mailed: proves the mailbox, once.
create table account_link (
    hash bytea primary key check (length(hash) = 32),
    account_id uuid not null references account (id) on delete cascade,
    purpose text not null check (purpose in ('INVITATION', 'RESET')),
    organisation_id uuid,
    expires_at timestamptz not null,
    check ((purpose = 'INVITATION') = (organisation_id is not null))
);
create index account_link_account on account_link (account_id);

-- A browser from which the account was signed in to before; it keeps its own count of wrong passwords.
create table known_device (
    hash bytea primary key check (length(hash) = 32),
    account_id uuid not null references account (id) on delete cascade,
    seen_at timestamptz not null
);

-- Guesses at secrets, counted before they are checked, so that many at once count as many.
create table guess (
    key text primary key check (length(key) <= 200),
    misses int not null,
    touched_at timestamptz not null,
    locked_until timestamptz
);
create index guess_touched on guess (touched_at);

-- ---------------------------------------------------------------- rights of the organisation

create table grant_proposal (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    person_id uuid not null,
    roles text not null,
    stands_for uuid,
    from_at timestamptz,
    to_at timestamptz,
    conflict text,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person deferrable initially deferred,
    foreign key (organisation_id, stands_for) references person deferrable initially deferred,
    check ((stands_for is null) = (from_at is null) and (stands_for is null) = (to_at is null) and from_at < to_at)
);
create index grant_proposal_person on grant_proposal (organisation_id, person_id, leaf);

create table grant_decision (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    proposal_id uuid not null,
    person_id uuid not null,
    what text not null check (what in ('CONFIRMED', 'DECLINED', 'WITHDRAWN', 'ENDED')),
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, proposal_id) references grant_proposal deferrable initially deferred
);
create unique index grant_decided_once on grant_decision (organisation_id, proposal_id) where what <> 'ENDED';
create unique index grant_ended_once on grant_decision (organisation_id, proposal_id) where what = 'ENDED';

create table access_review (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    seen_sha256 bytea not null check (length(seen_sha256) = 32),
    rights int not null,
    marked int not null,
    note text not null,
    next_due_at timestamptz not null,
    primary key (organisation_id, id)
);
create index access_review_recorded on access_review (organisation_id, recorded_at desc);

-- When a person last made use of a right; to the hour, no evidence.
create table right_use (
    organisation_id uuid not null references organisation (id),
    person_id uuid not null,
    permission text not null,
    last_used_at timestamptz not null,
    primary key (organisation_id, person_id, permission)
);

do $$
declare
    t text;
begin
    foreach t in array array['grant_proposal', 'grant_decision', 'access_review', 'right_use'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array array['grant_proposal', 'grant_decision', 'access_review'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
    -- no policy: whoever owns nothing sees nothing
    foreach t in array array['sign_in_session', 'second_factor', 'recovery_code', 'account_link', 'known_device', 'guess'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('grant select, insert, update, delete on %I to fixtrail_definer', t);
    end loop;
end $$;
grant update on right_use to fixtrail_app;
grant select, insert, update on account to fixtrail_definer;
grant select, update on person to fixtrail_definer;
grant select on access_key to fixtrail_definer;

-- ---------------------------------------------------------------- what precedes an organisation

create function account_by_email(given_email text)
    returns table (account_id uuid, address text, password_hash text, must_change boolean, password_set_at timestamptz,
        verified boolean, second_factor boolean)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select a.id, a.email, a.password_hash, a.must_change, a.password_set_at, a.verified_at is not null,
        exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
    from account a where a.email = lower(given_email)
$$;

create function account_by_id(given_id uuid)
    returns table (account_id uuid, address text, password_hash text, must_change boolean, password_set_at timestamptz,
        verified boolean, second_factor boolean)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select a.id, a.email, a.password_hash, a.must_change, a.password_set_at, a.verified_at is not null,
        exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
    from account a where a.id = given_id
$$;

-- Creates the account, or answers the one that has the address; a password is never overwritten.
create function account_ensure(given_id uuid, given_email text, hash text, at timestamptz) returns uuid
    language sql security definer set search_path = fixtrail, pg_temp as $$
    insert into account (id, email, password_hash, must_change, password_set_at, created_at)
    values (given_id, lower(given_email), hash, hash is not null, at, at)
    on conflict (email) do update set email = excluded.email returning id
$$;

-- A new password ends every session but the one that set it, and every link that was mailed before.
create function account_password_set(given_id uuid, hash text, one_time boolean, keep_session uuid, at timestamptz)
    returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update account set password_hash = hash, must_change = one_time, password_set_at = at where id = given_id;
    update sign_in_session set ended_at = at
    where account_id = given_id and ended_at is null and id is distinct from keep_session;
    delete from account_link where account_id = given_id and purpose = 'RESET';
$$;

create function account_verified(given_id uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update account set verified_at = coalesce(verified_at, at) where id = given_id
$$;

create function account_memberships(given_id uuid)
    returns table (organisation_id uuid, organisation_name text, person_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select p.organisation_id, o.name, p.id from person p join organisation o on o.id = p.organisation_id
    where p.account_id = given_id and not p.disabled and p.joined_at is not null order by o.name
$$;

-- Whether the account is known in another organisation than the caller's.
create function account_elsewhere(given_id uuid) returns boolean
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select exists (select from person where account_id = given_id and organisation_id <> current_organisation())
$$;

-- Counts a guess at each key and answers null; or answers until when one of them is locked, and counts nothing. Beyond the
-- free misses each costs a wait that doubles from 30 s to 15 min; counts are forgotten a day after the last.
create function guess_begin(given_keys text[], free int[], at timestamptz) returns timestamptz
    language plpgsql security definer set search_path = fixtrail, pg_temp as $$
declare
    until timestamptz;
    i int;
begin
    for i in 1 .. cardinality(given_keys) loop
        insert into guess as g (key, misses, touched_at) values (given_keys[i], 0, at)
        on conflict (key) do update set
            misses = case when g.touched_at < at - interval '1 day' then 0 else g.misses end;
    end loop;
    select max(locked_until) into until from guess where key = any (given_keys) and locked_until > at;
    if until is not null then
        return until;
    end if;
    for i in 1 .. cardinality(given_keys) loop
        update guess set misses = misses + 1, touched_at = at,
            locked_until = case when misses + 1 > free[i]
                then at + least(interval '30 seconds' * power(2, least(misses - free[i], 10)), interval '15 minutes') end
        where key = given_keys[i];
    end loop;
    return null;
end $$;

-- It was no guess: the count starts anew; that of an address only goes back by one, since it may be shared.
create function guess_right(given_keys text[]) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    delete from guess where key = any (given_keys) and key not like 'address:%';
    update guess set misses = greatest(misses - 1, 0), locked_until = null
    where key = any (given_keys) and key like 'address:%';
$$;

create function device_known(given_hash bytea, given_account uuid) returns boolean
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select exists (select from known_device where hash = given_hash and account_id = given_account)
$$;

create function device_remember(given_hash bytea, given_account uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    insert into known_device (hash, account_id, seen_at) values (given_hash, given_account, at)
    on conflict (hash) do update set seen_at = excluded.seen_at
$$;

create function session_open(given_id uuid, given_account uuid, given_organisation uuid, at timestamptz,
    given_address text, given_agent text, given_device bytea, given_provider_session text) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    insert into sign_in_session (id, account_id, organisation_id, started_at, seen_at, address, agent, device_hash,
        provider_session)
    values (given_id, given_account, given_organisation, at, at, given_address, given_agent, given_device,
        given_provider_session);
    update person set last_sign_in = at where account_id = given_account and organisation_id = given_organisation;
$$;

-- The one look-up of each request of a browser; nothing where the session is over or the person has no access.
create function session_standing(given_id uuid, given_device bytea)
    returns table (account_id uuid, organisation_id uuid, person_id uuid, person_version bigint, must_change boolean,
        second_factor boolean, started_at timestamptz, seen_at timestamptz)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select s.account_id, s.organisation_id, p.id, p.version, a.must_change,
        exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null),
        s.started_at, s.seen_at
    from sign_in_session s
        join account a on a.id = s.account_id
        join person p on p.account_id = s.account_id and p.organisation_id = s.organisation_id
    where s.id = given_id and s.device_hash = given_device and s.ended_at is null and not p.disabled and p.joined_at is not null
$$;

create function session_seen(given_id uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update sign_in_session set seen_at = at where id = given_id and ended_at is null
$$;

create function session_move(given_id uuid, given_account uuid, given_organisation uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update sign_in_session set organisation_id = given_organisation where id = given_id and account_id = given_account;
    update person set last_sign_in = at where account_id = given_account and organisation_id = given_organisation;
$$;

create function session_end(given_id uuid, given_account uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update sign_in_session set ended_at = at where id = given_id and account_id = given_account and ended_at is null
$$;

create function session_end_all(given_account uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update sign_in_session set ended_at = at where account_id = given_account and ended_at is null;
    delete from known_device where account_id = given_account;
$$;

-- Those in the caller's organisation, when the access to it ends.
create function session_end_here(given_account uuid, at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    update sign_in_session set ended_at = at
    where account_id = given_account and organisation_id = current_organisation() and ended_at is null
$$;

-- Back-channel logout: the identity provider says that a session of its own is over.
create function session_end_of_provider(given_provider_session text, at timestamptz) returns bigint
    language sql security definer set search_path = fixtrail, pg_temp as $$
    with ended as (update sign_in_session set ended_at = at
        where provider_session = given_provider_session and ended_at is null returning 1)
    select count(*) from ended
$$;

create function session_list(given_account uuid, seen_after timestamptz, started_after timestamptz)
    returns table (session_id uuid, organisation_name text, started_at timestamptz, seen_at timestamptz, address text,
        agent text)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select s.id, o.name, s.started_at, s.seen_at, s.address, s.agent
    from sign_in_session s join organisation o on o.id = s.organisation_id
    where s.account_id = given_account and s.ended_at is null and s.seen_at > seen_after and s.started_at > started_after
    order by s.seen_at desc limit 100
$$;

create function factor_read(given_account uuid)
    returns table (secret bytea, confirmed boolean, last_step bigint, codes_left bigint)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select f.secret, f.confirmed_at is not null, f.last_step,
        (select count(*) from recovery_code c where c.account_id = f.account_id)
    from second_factor f where f.account_id = given_account
$$;

-- A new secret that counts only when a code of it was given; one that counts is not replaced.
create function factor_begin(given_account uuid, given_secret bytea) returns boolean
    language sql security definer set search_path = fixtrail, pg_temp as $$
    with begun as (insert into second_factor as f (account_id, secret) values (given_account, given_secret)
        on conflict (account_id) do update set secret = excluded.secret, last_step = 0
        where f.confirmed_at is null returning 1)
    select count(*) > 0 from begun
$$;

-- Takes a time step once; also confirms the secret. False if it, or a later one, was taken before.
create function factor_take(given_account uuid, step bigint, at timestamptz) returns boolean
    language sql security definer set search_path = fixtrail, pg_temp as $$
    with taken as (update second_factor set last_step = step, confirmed_at = coalesce(confirmed_at, at)
        where account_id = given_account and last_step < step returning 1)
    select count(*) > 0 from taken
$$;

create function factor_remove(given_account uuid) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    delete from second_factor where account_id = given_account;
    delete from recovery_code where account_id = given_account;
$$;

create function recovery_codes_set(given_account uuid, hashes bytea[]) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    delete from recovery_code where account_id = given_account;
    insert into recovery_code (account_id, hash) select given_account, unnest(hashes);
$$;

create function recovery_code_take(given_account uuid, given_hash bytea) returns boolean
    language sql security definer set search_path = fixtrail, pg_temp as $$
    with taken as (delete from recovery_code where account_id = given_account and hash = given_hash returning 1)
    select count(*) > 0 from taken
$$;

create function link_make(given_hash bytea, given_account uuid, given_purpose text, given_organisation uuid,
    until timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    delete from account_link where account_id = given_account and purpose = given_purpose
        and organisation_id is not distinct from given_organisation;
    insert into account_link (hash, account_id, purpose, organisation_id, expires_at)
    values (given_hash, given_account, given_purpose, given_organisation, until);
$$;

create function link_read(given_hash bytea, at timestamptz)
    returns table (account_id uuid, address text, has_password boolean, purpose text, organisation_id uuid,
        organisation_name text)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select l.account_id, a.email, a.password_hash is not null and a.verified_at is not null, l.purpose,
        l.organisation_id, o.name
    from account_link l join account a on a.id = l.account_id left join organisation o on o.id = l.organisation_id
    where l.hash = given_hash and l.expires_at > at
$$;

create function link_take(given_hash bytea, at timestamptz) returns boolean
    language sql security definer set search_path = fixtrail, pg_temp as $$
    with taken as (delete from account_link where hash = given_hash and expires_at > at returning 1)
    select count(*) > 0 from taken
$$;

-- The one look-up of each request by a key.
create function key_standing(given_hash bytea)
    returns table (organisation_id uuid, key_id uuid, key_version bigint, person_version bigint, last_used_at timestamptz)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select k.organisation_id, k.id, k.version, p.version, k.last_used_at
    from access_key k join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
    where k.secret_hash = given_hash
$$;

-- Forgets what is of no use to anybody any more.
create function access_tidy(at timestamptz) returns void
    language sql security definer set search_path = fixtrail, pg_temp as $$
    delete from sign_in_session where started_at < at - interval '30 days';
    delete from guess where touched_at < at - interval '2 days';
    delete from account_link where expires_at < at;
    delete from known_device where seen_at < at - interval '180 days';
$$;

do $$
declare
    f text;
begin
    foreach f in array array['account_by_email(text)', 'account_by_id(uuid)',
        'account_ensure(uuid, text, text, timestamptz)', 'account_password_set(uuid, text, boolean, uuid, timestamptz)',
        'account_verified(uuid, timestamptz)', 'account_memberships(uuid)', 'account_elsewhere(uuid)',
        'guess_begin(text[], int[], timestamptz)', 'guess_right(text[])', 'device_known(bytea, uuid)',
        'device_remember(bytea, uuid, timestamptz)',
        'session_open(uuid, uuid, uuid, timestamptz, text, text, bytea, text)', 'session_standing(uuid, bytea)',
        'session_seen(uuid, timestamptz)', 'session_move(uuid, uuid, uuid, timestamptz)',
        'session_end(uuid, uuid, timestamptz)', 'session_end_all(uuid, timestamptz)', 'session_end_here(uuid, timestamptz)',
        'session_end_of_provider(text, timestamptz)', 'session_list(uuid, timestamptz, timestamptz)',
        'factor_read(uuid)', 'factor_begin(uuid, bytea)', 'factor_take(uuid, bigint, timestamptz)',
        'factor_remove(uuid)', 'recovery_codes_set(uuid, bytea[])', 'recovery_code_take(uuid, bytea)',
        'link_make(bytea, uuid, text, uuid, timestamptz)', 'link_read(bytea, timestamptz)',
        'link_take(bytea, timestamptz)', 'key_standing(bytea)', 'access_tidy(timestamptz)'] loop
        execute 'revoke all on function ' || f || ' from public';
        execute 'grant execute on function ' || f || ' to fixtrail_app';
        execute 'alter function ' || f || ' owner to fixtrail_definer';
    end loop;
end $$;
