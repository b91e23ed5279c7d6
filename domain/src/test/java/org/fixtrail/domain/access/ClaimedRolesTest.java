package org.fixtrail.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedRolesTest {

    private static ClaimedRoles read(String... groups) {
        return ClaimedRoles.read("/fixtrail", List.of(groups));
    }

    @Test
    void one_person_holds_different_roles_in_different_organisations() {
        assertThat(read("/fixtrail/Acme Bank/AUDITOR", "/fixtrail/Globex/ML_ENGINEER", "/fixtrail/Globex/REVIEWER"))
                .isEqualTo(new ClaimedRoles(
                        Map.of(
                                "Acme Bank", Set.of(Role.AUDITOR),
                                "Globex", Set.of(Role.ML_ENGINEER, Role.REVIEWER)),
                        List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void every_role_is_named_as_in_the_code(Role role) {
        assertThat(read("/fixtrail/Acme/" + role.name()).byOrganisation()).containsEntry("Acme", Set.of(role));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/other/Acme/AUDITOR", "/fixtrailer/Acme/AUDITOR", "fixtrail/Acme/AUDITOR", "", "/fixtrail"})
    void groups_of_other_programs_are_passed_over_in_silence(String group) {
        assertThat(read(group)).isEqualTo(new ClaimedRoles(Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fixtrail/Acme/KING",
                "/fixtrail/Acme/auditor",
                "/fixtrail/Acme/AUDITOR ",
                "/fixtrail/Acme/AUDITOR/",
                "/fixtrail/Acme/",
                "/fixtrail/Acme",
                "/fixtrail/",
                "/fixtrail//AUDITOR",
                "/fixtrail/ /AUDITOR",
                "/fixtrail/Acme/Sub/AUDITOR"
            })
    void what_is_not_understood_gives_no_right_and_is_named(String group) {
        ClaimedRoles roles = read(group, "/fixtrail/Globex/REVIEWER");

        assertThat(roles.byOrganisation()).containsOnlyKeys("Globex");
        assertThat(roles.ignored()).singleElement().asString().startsWith(group + ": ");
    }

    @Test
    void a_claim_of_another_form_gives_no_right() {
        assertThat(ClaimedRoles.read("/fixtrail", null).ignored()).isEmpty();
        assertThat(ClaimedRoles.read("/fixtrail", "/fixtrail/Acme/AUDITOR").isEmpty())
                .isTrue();
        assertThat(ClaimedRoles.read("/fixtrail", Map.of("/fixtrail/Acme/AUDITOR", true))
                        .isEmpty())
                .isTrue();
        assertThat(ClaimedRoles.read("/fixtrail", Arrays.asList(null, 7, List.of("/fixtrail/Acme/AUDITOR"))))
                .isEqualTo(new ClaimedRoles(Map.of(), Collections.nCopies(3, "a group that is no text")));
    }

    @Test
    void what_comes_from_outside_is_bounded() {
        String[] organisations = IntStream.range(0, 500)
                .mapToObj(i -> "/fixtrail/Org " + i + "/AUDITOR")
                .toArray(String[]::new);

        ClaimedRoles many = read(organisations);
        assertThat(many.byOrganisation()).hasSize(100);
        assertThat(many.ignored()).hasSize(20);

        List<String> flood = Stream.concat(
                        Collections.nCopies(1_000, "/x").stream(), Stream.of("/fixtrail/Acme/AUDITOR"))
                .toList();
        assertThat(ClaimedRoles.read("/fixtrail", flood))
                .isEqualTo(new ClaimedRoles(Map.of(), List.of("all groups after the first 1000")));

        assertThat(read("/fixtrail/" + "x".repeat(201) + "/AUDITOR").isEmpty()).isTrue();
    }

    @Test
    void what_is_named_is_cut_and_cannot_forge_lines_of_a_log() {
        assertThat(read("/fixtrail/Acme/\r\nFORGED " + "x".repeat(5_000)).ignored())
                .singleElement()
                .asString()
                .startsWith("/fixtrail/Acme/??FORGED xxx")
                .hasSize(123);
    }

    @Test
    void a_person_gets_no_role_of_machines_and_a_machine_none_of_people() {
        ClaimedRoles roles = read("/fixtrail/Acme/MACHINE", "/fixtrail/Acme/ML_ENGINEER", "/fixtrail/Globex/PIPELINE");

        assertThat(roles.ofPerson())
                .isEqualTo(new ClaimedRoles(
                        Map.of("Acme", Set.of(Role.ML_ENGINEER)),
                        List.of("Acme/MACHINE: belongs to machines", "Globex/PIPELINE: belongs to machines")));
        assertThat(roles.ofMachine().byOrganisation())
                .isEqualTo(Map.of("Acme", Set.of(Role.MACHINE), "Globex", Set.of(Role.PIPELINE)));
    }

    @Test
    void roles_that_exclude_each_other_give_no_access_to_that_organisation() {
        Set<Role> conflicting = Set.of(Role.AUDITOR, Role.ADMINISTRATOR);
        String reason = RoleConflicts.reason(conflicting).orElseThrow();

        assertThat(read("/fixtrail/Acme/AUDITOR", "/fixtrail/Acme/ADMINISTRATOR", "/fixtrail/Globex/AUDITOR")
                        .ofPerson())
                .isEqualTo(new ClaimedRoles(Map.of("Globex", Set.of(Role.AUDITOR)), List.of("Acme: " + reason)));
    }
}
