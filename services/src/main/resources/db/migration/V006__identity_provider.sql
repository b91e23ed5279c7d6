-- People for whom an identity provider vouches: known by issuer and subject, which outlive addresses and names.
alter table account add column subject text unique check (length(subject) between 1 and 1000);

-- The account of a subject. One that has the address and no subject yet becomes it, since the provider has made sure of the
-- address, and loses its password; one that belongs to another subject does not.
create function account_of_subject(given_id uuid, given_subject text, given_email text, other_email text, at timestamptz)
    returns uuid
    language plpgsql security definer set search_path = fixtrail, pg_temp as $$
declare
    found_id uuid;
begin
    select id into found_id from account where subject = given_subject;
    if found_id is not null then
        return found_id;
    end if;
    update account set subject = given_subject, verified_at = coalesce(verified_at, at), must_change = false,
        password_hash = null
    where email = lower(given_email) and subject is null returning id into found_id;
    if found_id is not null then
        return found_id;
    end if;
    insert into account (id, email, must_change, password_set_at, created_at, subject)
    values (given_id, case when exists (select from account a where a.email = lower(given_email)) or given_email is null
        then lower(other_email) else lower(given_email) end, false, at, at, given_subject);
    return given_id;
end $$;

create function account_with_subject(given_subject text) returns uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select id from account where subject = given_subject
$$;

create function organisation_of_name(given_name text) returns uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select id from organisation where name = given_name and not organisation_closed(id)
$$;

-- What was decided here about a person and is not done yet at the identity provider; until then, what was decided here counts.
alter table person add column directory_waits boolean not null default false;
alter table person add column directory_problem text;

create index person_directory_waits on person (organisation_id, id) where directory_waits;

-- Whom the identity provider must be told about, in all open organisations; few at a time. Whom it does not know yet waits
-- until then, and not in the way of others.
create function people_waiting() returns table (organisation_id uuid, person_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select p.organisation_id, p.id from person p join account a on a.id = p.account_id
    where p.directory_waits and a.subject is not null and not organisation_closed(p.organisation_id)
    order by p.organisation_id, p.id limit 500
$$;

-- How the identity provider names the people of the caller's organisation.
create function subjects_of_people() returns table (person_id uuid, subject text)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select p.id, a.subject from person p join account a on a.id = p.account_id
    where p.organisation_id = current_organisation() and a.subject is not null
$$;

do $$
declare
    f text;
begin
    foreach f in array array['account_of_subject(uuid, text, text, text, timestamptz)', 'account_with_subject(text)',
        'organisation_of_name(text)', 'people_waiting()', 'subjects_of_people()'] loop
        execute 'revoke all on function ' || f || ' from public';
        execute 'grant execute on function ' || f || ' to fixtrail_app';
        execute 'alter function ' || f || ' owner to fixtrail_definer';
    end loop;
end $$;
