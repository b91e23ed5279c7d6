package org.fixtrail.web.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The tables of organisations and what stands in them, read past all policies. */
@ApplicationScoped
public class Rows {
    private static final String TABLES = """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'fixtrail' and c.relkind in ('r', 'p') order by 1
            """;

    private static final String COLUMNS = """
            select a.attname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'fixtrail' and c.relname = ?
            """;

    /** What holds nothing of an organisation, with the reason; every other table has the organisation in each row. */
    private static final Map<String, String> OF_NO_ORGANISATION = Map.of(
            "account", "how somebody signs in, to whichever organisation; reached through functions only",
            "account_link", "belongs to an account",
            "known_device", "belongs to an account",
            "recovery_code", "belongs to an account",
            "second_factor", "belongs to an account",
            "sign_in_session", "belongs to an account, and goes from one organisation to another",
            "guess", "counts guesses at accounts that there may not be",
            "organisation_tombstone", "what stays of organisations that were deleted",
            "flyway_schema_history", "which migrations ran");

    @Inject
    private Behind behind;

    List<String> ofOrganisations() {
        return behind.column(String.class, TABLES).stream()
                .filter(table -> !OF_NO_ORGANISATION.containsKey(table))
                .toList();
    }

    List<String> ofNoOrganisation() {
        return List.copyOf(OF_NO_ORGANISATION.keySet());
    }

    /** The column that names the organisation. */
    static String owner(String table) {
        return table.equals("organisation") ? "id" : "organisation_id";
    }

    /** By table, every row as text; and the accounts of its people. */
    Map<String, List<String>> of(UUID organisation) {
        Map<String, String> queries = new TreeMap<>();
        ofOrganisations()
                .forEach(table -> queries.put(
                        table, "select t::text from " + table + " t where " + owner(table) + " = ? order by 1"));
        queries.put(
                "account",
                "select a::text from account a where exists (select from person p where p.account_id = a.id"
                        + " and p.organisation_id = ?) order by 1");
        return behind.superuser(connection -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (Map.Entry<String, String> query : queries.entrySet()) {
                rows.put(query.getKey(), Behind.column(connection, String.class, query.getValue(), organisation));
            }
            return rows;
        });
    }

    /**
     * By table, the id of one row of each kind that there is; of tables that have ids. What belongs to failures belongs to
     * the first of them where it can.
     */
    Map<String, List<UUID>> ids(UUID organisation) {
        Map<String, List<UUID>> ids = new TreeMap<>();
        for (String table : ofOrganisations()) {
            List<String> columns = behind.column(String.class, COLUMNS, table);
            // a target keeps its id through its changes, which have ids of their own
            String id = columns.contains(table + "_id") ? table + "_id" : "id";
            if (columns.contains(id)) {
                String kind = columns.contains("kind") ? "kind" : owner(table);
                if (columns.contains("rule_group")) {
                    kind = "rule_group is null";
                }
                if (columns.contains("address_id")) {
                    // all, since a form that is closed is found no more
                    kind = "id";
                }
                if (columns.contains("channel")) {
                    kind = "channel";
                }
                String order = columns.contains("failure_id") ? "failure_id, " + id : id;
                ids.put(
                        table,
                        behind.column(
                                UUID.class,
                                "select (array_agg(" + id + " order by " + order + "))[1] from " + table + " where "
                                        + owner(table) + " = ? group by " + kind,
                                organisation));
            }
        }
        return ids;
    }
}
