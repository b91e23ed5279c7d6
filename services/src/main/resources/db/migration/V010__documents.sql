-- Comments, and documents attached to reports and comments. The bytes of a document stand under their hash.

create table comment (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    subject text not null check (subject in ('FAILURE', 'CLOCK', 'REPORT')),
    subject_id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    text text not null check (length(text) <= 10000),
    retracts uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index comment_subject on comment (organisation_id, subject, subject_id, leaf) where retracts is null;
create unique index comment_retracted_once on comment (organisation_id, retracts) where retracts is not null;

-- No foreign key to the bytes: they may be erased, and the act with its hash stays.
create table document (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    id uuid not null,
    leaf bigint not null,
    recorded_at timestamptz not null,
    actor text not null,
    subject text not null check (subject in ('REPORT', 'COMMENT')),
    subject_id uuid not null,
    failure_id uuid not null,
    system_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    media_type text not null check (length(media_type) <= 255),
    sha256 bytea not null check (length(sha256) = 32),
    size bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, failure_id) references failure deferrable initially deferred
);
create index document_subject on document (organisation_id, subject_id, leaf);

create table document_content (
    organisation_id uuid not null references organisation (id) deferrable initially deferred,
    sha256 bytea not null,
    content bytea not null,
    primary key (organisation_id, sha256),
    check (sha256 = sha256(content))
);
-- a PDF or an image hardly gets smaller, and the hash is computed over what is stored
alter table document_content alter column content set storage external;

do $$
declare
    t text;
begin
    foreach t in array array['comment', 'document', 'document_content'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', t);
        execute format('grant select, insert on %I to fixtrail_app', t);
    end loop;
    foreach t in array array['comment', 'document'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', t);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
    end loop;
end $$;
