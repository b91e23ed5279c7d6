-- The roles, the database and the schema of Fixtrail, before its first migration. May be run again at any time.
-- Needs PostgreSQL 16 or newer and a superuser (BYPASSRLS is given away only by one).
--
-- Fixtrail's launcher runs this file against its embedded PostgreSQL; for your own server run it with psql:
--   psql -d postgres -v owner_password=... -v app_password=... -f bootstrap.sql
--
-- fixtrail_owner    owns the tables and runs the migrations; nothing else signs in with it
-- fixtrail_app      what the application signs in with: owns nothing and cannot bypass row-level security
-- fixtrail_definer  nobody signs in with it: it owns the few functions that must look across organisations
-- fixtrail_eraser   nobody signs in with it: it owns the one function that deletes a closed organisation
\set ON_ERROR_STOP on

-- a statement that fails is written to the server's log, and some below hold a password
SET log_min_error_statement = panic;

SELECT 'CREATE ROLE ' || name
FROM (VALUES ('fixtrail_owner'), ('fixtrail_app'), ('fixtrail_definer'), ('fixtrail_eraser')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

SET password_encryption = 'scram-sha-256';
ALTER ROLE fixtrail_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'owner_password';
ALTER ROLE fixtrail_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'app_password';
ALTER ROLE fixtrail_definer NOLOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD NULL;
ALTER ROLE fixtrail_eraser NOLOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD NULL;

-- the owner may hand functions to these, but does not bypass row-level security by being their member
GRANT fixtrail_definer, fixtrail_eraser TO fixtrail_owner WITH INHERIT FALSE, SET TRUE;

-- names resolve in the schema below and nowhere else; pg_temp last, so that no temporary table hides a real one
ALTER ROLE fixtrail_owner SET search_path = fixtrail, pg_temp;
ALTER ROLE fixtrail_app SET search_path = fixtrail, pg_temp;

-- A migration may take its time, but not wait for ever behind a lock. The application holds nothing for long.
ALTER ROLE fixtrail_owner SET lock_timeout = '60s';
ALTER ROLE fixtrail_owner SET idle_in_transaction_session_timeout = '10min';
ALTER ROLE fixtrail_app SET statement_timeout = '120s';
ALTER ROLE fixtrail_app SET lock_timeout = '15s';
ALTER ROLE fixtrail_app SET idle_in_transaction_session_timeout = '60s';

SELECT 'CREATE DATABASE fixtrail OWNER fixtrail_owner ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'fixtrail')
\gexec

ALTER DATABASE fixtrail OWNER TO fixtrail_owner;
REVOKE ALL ON DATABASE fixtrail FROM PUBLIC;
-- TEMPORARY, since COPY is refused on a table with row-level security: imports copy to a temporary table first
GRANT CONNECT, TEMPORARY ON DATABASE fixtrail TO fixtrail_owner, fixtrail_app;

\connect fixtrail

REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS fixtrail AUTHORIZATION fixtrail_owner;
ALTER SCHEMA fixtrail OWNER TO fixtrail_owner;
GRANT USAGE ON SCHEMA fixtrail TO fixtrail_app;
-- CREATE, since a function can be handed only to a role that may create in its schema
GRANT USAGE, CREATE ON SCHEMA fixtrail TO fixtrail_definer, fixtrail_eraser;
