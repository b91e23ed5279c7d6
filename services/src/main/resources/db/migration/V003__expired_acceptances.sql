-- When time alone changes where a failure stands: the acceptance of its risk expires.
alter table failure add column due_at timestamptz;
create index failure_due on failure (due_at) where due_at is not null;
grant select on failure to fixtrail_definer;

do $$
declare
    organisations uuid[];
    one uuid;
begin
    set local role fixtrail_definer;
    organisations := array(select id from organisation);
    reset role;
    foreach one in array organisations loop
        perform set_config('fixtrail.organisation', one::text, true);
        update failure f set due_at = (
            select (t.details::jsonb ->> 'expiresOn')::timestamp at time zone 'UTC' from transition t
            where t.organisation_id = f.organisation_id and t.failure_id = f.id and t.stage = 'RISK_ACCEPTED'
                and not t.proposal and not t.retraction
            order by t.leaf desc limit 1)
        where f.status = 'RISK_ACCEPTED';
    end loop;
end $$;

-- The failures that are due, or have clocks that are; one failure may come more than once.
set local role fixtrail_definer;
create or replace function due_clocks(at timestamptz, most int)
    returns table (organisation_id uuid, failure_id uuid)
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    (select organisation_id, failure_id from clock where due_at <= at order by due_at limit most)
    union all
    (select organisation_id, failure_id from clock_refresh where due_at <= at order by due_at limit most)
    union all
    (select organisation_id, id from failure where due_at <= at order by due_at limit most)
$$;
reset role;
