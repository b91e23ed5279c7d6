package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.services.failure.FailureFilter;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.services.system.SystemFacts;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AI systems are listed by page, with what the database counts for them. */
@ExtendWith(ArquillianExtension.class)
class SystemsIT {
    @Inject
    private ManageSystems manage;

    @Inject
    private FindSystems find;

    @Inject
    private FindFailures failures;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Test
    void a_page_has_its_part_by_name_and_the_total_of_all() {
        Tenant tenant = tenants.any();
        UUID busy = added(tenant, "Beta");
        added(tenant, "Alpha");
        added(tenant, "Gamma");
        story.failure(tenant, busy, Duration.ofHours(1));
        story.failure(tenant, busy, Duration.ofHours(2));

        Page<FindSystems.SystemRow> page = listed(tenant, null, new PageRequest(1, 1, null, true));

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items())
                .extracting(row -> row.system().name(), FindSystems.SystemRow::failures, FindSystems.SystemRow::open)
                .containsExactly(tuple("Beta", 2L, 2L));
    }

    @Test
    void a_name_is_searched_in_any_case_and_its_signs_mean_themselves() {
        Tenant tenant = tenants.any();
        added(tenant, "Sales_Bot 100%");
        added(tenant, "SalesXBot");

        assertThat(names(tenant, "sales_bot")).containsExactly("Sales_Bot 100%");
        assertThat(names(tenant, "BOT")).containsExactly("Sales_Bot 100%", "SalesXBot");
        assertThat(names(tenant, "0%")).containsExactly("Sales_Bot 100%");
    }

    @Test
    void what_is_declared_of_a_system_is_kept_and_in_the_ledger() {
        Tenant tenant = tenants.any();
        UUID system = added(tenant, "Triage");
        SystemFacts declared = new SystemFacts(
                "Triage",
                "Sorts questions",
                RiskClass.HIGH_RISK,
                OperatorRole.PROVIDER,
                "The team",
                "Hospitals, by nurses",
                List.of(LearningMode.RETRIEVAL, LearningMode.OBSERVATION, LearningMode.RETRIEVAL),
                null);

        done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> manage.revise(system, declared)));

        AiSystem kept =
                as(tenant.somebody(Role.AUDITOR), () -> find.one(system)).system();
        assertThat(kept.contexts()).isEqualTo("Hospitals, by nurses");
        assertThat(kept.learningModes()).containsExactly(LearningMode.OBSERVATION, LearningMode.RETRIEVAL);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void where_there_is_nothing_the_lists_are_empty() {
        Tenant tenant = tenants.any();

        assertThat(names(tenant, "no such name")).isEmpty();
        assertThat(as(tenant.somebody(Role.AUDITOR), () -> failures.list(FailureFilter.NONE, PageRequest.first(10)))
                        .items())
                .isEmpty();
    }

    private UUID added(Tenant tenant, String name) {
        return done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> manage.add(SystemFacts.named(name))));
    }

    private List<String> names(Tenant tenant, String text) {
        return listed(tenant, text, PageRequest.first(10)).items().stream()
                .map(row -> row.system().name())
                .toList();
    }

    private Page<FindSystems.SystemRow> listed(Tenant tenant, @Nullable String text, PageRequest page) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.list(text, page));
    }
}
