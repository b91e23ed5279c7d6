package org.fixtrail.web.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.pack.AssemblePack;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.SealedPack;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.it.Histories.History;
import org.fixtrail.web.it.UseCases.UseCase;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever belongs to one organisation gets at nothing of another, whatever they call with whatever ids, and even where the
 * application itself is wrong.
 */
@ExtendWith(ArquillianExtension.class)
class ForeignCallerIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Use cases that break where they are given ids of others, with what stops them. */
    private static final Map<String, String> BREAK =
            Map.of("StoreImported.store", "its notes' foreign key holds the organisation, which has no such job");

    /** Use cases that ask for something by a name, which any text is not. */
    private static final Map<String, String> NAMES = Map.of("StoreImported.file", "data");

    /** Lists all organisations, for the operator alone; PermissionsIT shows that nobody else may. */
    private static final Set<String> OF_THE_OPERATOR = Set.of("ListOrganisations.all");

    @Inject
    private UseCases useCases;

    @Inject
    private Histories histories;

    @Inject
    private Rows rows;

    @Inject
    private Behind behind;

    @Inject
    private TestClock clock;

    @Inject
    private ShowFailure show;

    @Inject
    private AssemblePack assemble;

    @Inject
    private Transactions transactions;

    @Test
    void no_use_case_shows_or_changes_anything_of_another_organisation() {
        History theirs = histories.any();
        History ours = histories.any();
        List<UUID> ids = ids(theirs);
        // asks on their behalf, which leaves its own marks
        Map<Class<?>, @Nullable Object> known = known(theirs);
        Map<String, List<String>> before = rows.of(theirs.id());
        Traces traces = new Traces(before, rows.of(ours.id()));

        assertThat(useCases.all()).hasSizeGreaterThan(60);
        for (UseCase useCase : useCases.all()) {
            if (OF_THE_OPERATOR.contains(useCase.toString())) {
                continue;
            }
            for (Caller caller : List.of(ours.caller(), ours.key())) {
                calls(useCase, known, ids).forEach(arguments -> {
                    Object answer = as(caller, () -> answer(useCase, arguments));
                    assertThat(traces.in(answer))
                            .as("%s answered %s", useCase, answer)
                            .isEmpty();
                });
            }
            assertThat(rows.of(theirs.id())).as("after " + useCase).isEqualTo(before);
        }
    }

    /** Without this, the test above might ask for nothing that there is. */
    @Test
    void with_the_same_arguments_the_organisation_itself_finds_what_is_its_own() {
        History owner = histories.any();
        List<UUID> ids = ids(owner);
        Map<Class<?>, @Nullable Object> known = known(owner);
        List<String> findNothing = new ArrayList<>();

        for (UseCase useCase : useCases.all()) {
            boolean found = Stream.of(owner.caller(), owner.key())
                    .anyMatch(caller -> calls(useCase, known, ids)
                            .anyMatch(
                                    arguments -> !(as(caller, () -> answer(useCase, arguments)) instanceof NotFound)));
            if (!found) {
                findNothing.add(useCase.toString());
            }
        }

        assertThat(findNothing).isEmpty();
    }

    private List<UUID> ids(History of) {
        return rows.ids(of.id()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** What a query without its condition, or with a wrong one, does: statements as the application's role itself. */
    @Test
    void no_table_lets_a_wrong_statement_see_change_remove_or_add_rows_of_another_organisation() throws SQLException {
        History theirs = histories.any();
        History ours = histories.any();
        Map<String, List<String>> before = rows.of(theirs.id());

        try (Connection app = behind.asApp()) {
            Behind.execute(app, "set fixtrail.organisation = '" + ours.id() + "'");
            for (String table : rows.ofOrganisations()) {
                String owner = Rows.owner(table);
                String ofTheirs = " where " + owner + " = '" + theirs.id() + "'";
                assertThat(Behind.column(app, UUID.class, "select distinct " + owner + " from " + table))
                        .as(table)
                        .containsExactly(ours.id());
                assertTouchesNothing(app, "update " + table + " set " + owner + " = " + owner + ofTheirs);
                assertTouchesNothing(app, "delete from " + table + ofTheirs);
                assertRefused(app, "update " + table + " set " + owner + " = '" + theirs.id() + "'");
                assertRefused(
                        app,
                        "insert into " + table + " select (jsonb_populate_record(null::" + table + ", '"
                                + copyOf(table, ofTheirs) + "')).*");
            }
            for (String table : rows.ofNoOrganisation()) {
                assertRefused(app, "select count(*) from " + table);
            }
        }
        assertThat(rows.of(theirs.id())).isEqualTo(before);
    }

    private String copyOf(String table, String ofTheirs) {
        return behind.column(String.class, "select to_jsonb(t)::text from " + table + " t" + ofTheirs)
                .get(0)
                .replace("'", "''");
    }

    /** Not found by the policy, or not granted at all. */
    private static void assertTouchesNothing(Connection connection, String sql) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            assertThat(change.executeUpdate()).as(sql).isZero();
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(sql).isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> Behind.execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private Map<Class<?>, @Nullable Object> known(History theirs) {
        UUID failure = requireNonNull(rows.ids(theirs.id()).get("failure")).get(0);
        UUID packJob = behind.column(
                        UUID.class, "select id from job where organisation_id = ? and kind = 'PACK'", theirs.id())
                .get(0);
        Job job = as(theirs.caller(), () -> transactions.in(em -> em.find(Job.class, packJob)));
        Map<Class<?>, @Nullable Object> known = new HashMap<>();
        known.put(PageRequest.class, PageRequest.first(200));
        known.put(Scopes.class, Scopes.ALL);
        known.put(YearMonth.class, YearMonth.from(clock.now().atZone(ZoneOffset.UTC)));
        known.put(StageDetails.class, StageDetails.NONE);
        known.put(StagePair.class, StagePair.ADAPTATION);
        known.put(SealedPack.class, new SealedPack(new byte[] {1, 2, 3}));
        known.put(Job.class, job);
        known.put(OutputStream.class, OutputStream.nullOutputStream());
        known.put(Sha256.class, Sha256.over(new byte[] {1}));
        known.put(FailureView.class, as(theirs.caller(), () -> show.one(failure)));
        known.put(PackContent.class, as(theirs.caller(), () -> assemble.assemble(job)));
        known.put(Move.class, Move.to(Stage.ANALYSED, failure, Story.details(Stage.ANALYSED)));
        return known;
    }

    /** With every id in every place, and where there are more than two places the same one in all. */
    private Stream<@Nullable Object[]> calls(UseCase useCase, Map<Class<?>, @Nullable Object> known, List<UUID> ids) {
        Map<Class<?>, @Nullable Object> values = new HashMap<>(known);
        if (NAMES.containsKey(useCase.toString())) {
            values.put(String.class, NAMES.get(useCase.toString()));
        }
        Arguments arguments = new Arguments(values, clock.now().minus(Duration.ofHours(1)));
        int slots = arguments.slots(useCase.method());
        if (slots == 0) {
            return Stream.<@Nullable Object[]>of(arguments.of(useCase.method(), List.of()));
        }
        if (slots == 2) {
            return ids.stream()
                    .flatMap(first ->
                            ids.stream().map(second -> arguments.of(useCase.method(), List.of(first, second))));
        }
        return ids.stream().map(id -> arguments.of(useCase.method(), List.of(id)));
    }

    /** What it answers, or the refusal that it throws; anything else that is thrown is a fault. */
    private static @Nullable Object answer(UseCase useCase, @Nullable Object[] arguments) {
        try {
            return useCase.call(arguments);
        } catch (NotFound | NotPermitted | Changed refused) {
            return refused;
        } catch (Throwable broken) {
            if (BREAK.containsKey(useCase.toString())) {
                return broken;
            }
            throw new AssertionError(useCase + " broke", broken);
        }
    }
}
