-- Which failures are merged into one: derived from transitions like the rest of the projection.
alter table failure add column merged_into uuid,
    add foreign key (organisation_id, merged_into) references failure deferrable initially deferred;
create index failure_merged on failure (organisation_id, merged_into) where merged_into is not null;

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
        update failure f set merged_into = (
            select (t.details::jsonb ->> 'into')::uuid from transition t
            where t.organisation_id = f.organisation_id and t.failure_id = f.id and t.stage = 'MERGED'
                and not t.proposal and not t.retraction
            order by t.leaf desc limit 1)
        where f.status = 'MERGED';
    end loop;
end $$;
