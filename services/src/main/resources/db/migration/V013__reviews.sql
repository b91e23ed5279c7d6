-- Management reviews: every entry of each, and what became of what they decided.

create table management_review (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    management_review_id uuid not null,
    entry int not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    system_id uuid,
    figures text not null check (length(figures) <= 1000000),
    earlier text not null check (length(earlier) <= 5000000),
    context text not null check (length(context) <= 20000),
    participants text not null check (length(participants) <= 100000),
    decisions text not null check (length(decisions) <= 1000000),
    closed boolean not null,
    reason text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, system_id) references ai_system deferrable initially deferred
);
create unique index management_review_entry on management_review (organisation_id, management_review_id, entry);
create index management_review_period on management_review (organisation_id, to_at desc);

-- The review is several rows, so that no foreign key can say it.
create table review_decision (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    management_review_id uuid not null,
    review_decision_id uuid not null,
    done_at timestamptz,
    note text not null,
    primary key (organisation_id, id)
);
create index review_decision_of on review_decision (organisation_id, management_review_id, review_decision_id, leaf);

do $$
declare
    t text;
begin
    foreach t in array array['management_review', 'review_decision'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;

-- For the figures of a period: the clocks whose deadline lay in it at some time.
create index clock_event_legal on clock_event (organisation_id, legal_at);
