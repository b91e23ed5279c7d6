package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;
import static org.fixtrail.acceptance.Team.Member.REVIEWER;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.acceptance.Team.Member;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page and every method of the API against every role and against no role, another organisation's things and bad
 * tokens. What there is to reach is found in the deployed application, who may reach it stands in {@code access-rules.txt}.
 */
@ExtendWith(TheProduct.class)
class AccessRulesIT {
    private static final Map<Role, Member> PEOPLE = Map.of(
            Role.COMPLIANCE_OFFICER, OFFICER,
            Role.AUDITOR, AUDITOR,
            Role.RISK_ANALYST, ANALYST,
            Role.ML_ENGINEER, ENGINEER,
            Role.REVIEWER, REVIEWER,
            Role.ADMINISTRATOR, ADMINISTRATOR);

    private static Product product;
    private static Team team;
    private static List<AccessRule> rules;
    private static Belongings ours;
    private static Belongings theirs;
    private static Belongings nothing;
    private static final Map<Role, Api> callers = new EnumMap<>(Role.class);

    @BeforeAll
    static void two_organisations_with_one_thing_of_each_kind(Product theProduct) throws Exception {
        product = theProduct;
        rules = AccessRule.all();
        Member[] members = PEOPLE.values().toArray(Member[]::new);
        team = new Team(product, members);
        ours = Belongings.of(team);
        theirs = Belongings.of(new Team(product, members));
        nothing = Belongings.nothing();
        PEOPLE.forEach((role, member) -> callers.put(role, team.as(member)));
        String system = ours.in("{system}");
        callers.put(Role.MACHINE, team.machine(system));
        callers.put(Role.PIPELINE, pipeline(system));
    }

    private static Api pipeline(String system) throws IOException, InterruptedException {
        return product.api()
                .as(team.as(ADMINISTRATOR)
                        .post("/api/v1/keys", Map.of("kind", "PIPELINE", "systemId", system, "label", "x"))
                        .expect(201)
                        .json()
                        .path("secret")
                        .asText());
    }

    @Test
    void every_route_has_a_rule_and_every_rule_a_route() throws IOException {
        Set<String> routes = Routes.all();
        Set<String> written = rules.stream()
                .map(AccessRule::route)
                .map(AccessRulesIT::nameless)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = routes.stream().map(AccessRulesIT::nameless).collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).hasSizeGreaterThan(60);
        assertThat(difference(found, written))
                .as("say in acceptance/src/test/resources/access-rules.txt who may reach these, one line each")
                .isEmpty();
        assertThat(difference(written, found))
                .as("take these lines out of access-rules.txt: there is no such route")
                .isEmpty();
        assertThat(rules).as("two lines for one route").hasSameSizeAs(written);
    }

    @Test
    void the_served_description_of_the_api_names_the_same_methods() throws Exception {
        String openApi = product.api().get("/openapi").expect(200).text();
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : openApi.lines().toList()) {
            if (line.matches("  /\\S*:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|delete|patch):")) {
                described.add(line.strip().replaceAll(":$", "").toUpperCase(Locale.ROOT) + " " + nameless(path));
            }
        }

        Set<String> found = Routes.all().stream()
                .filter(route -> route.contains(" /api/"))
                .map(AccessRulesIT::nameless)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(found);
    }

    @Test
    void every_method_of_the_api_admits_the_roles_of_its_rule_and_no_other() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (AccessRule rule : rules.stream().filter(AccessRule::isOfApi).toList()) {
            for (Role role : Role.values()) {
                int status = call(caller(role), rule, rule.method().equals("GET") ? ours : nothing)
                        .status();
                boolean right = rule.admits(heldByTokens(role))
                        ? status < 500
                                && status != 401
                                && status != 403
                                && (status < 300 || !rule.method().equals("GET"))
                        : status == 403;
                if (!right) {
                    wrong.add(rule + " as " + role + ": " + status);
                }
            }
            int status = call(product.api(), rule, ours).status();
            if (rule.isOpen() ? status != 422 : status != 401) {
                wrong.add(rule + " as nobody: " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_page_admits_the_roles_of_its_rule_and_no_other() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<AccessRule> pages = rules.stream().filter(AccessRule::isPage).toList();
        for (Map.Entry<Role, Member> person : PEOPLE.entrySet()) {
            PageSession session = PageSession.of(product, team, person.getValue());
            for (AccessRule page : pages) {
                int status = session.get(ours.in(page.path())).statusCode();
                boolean error = page.path().startsWith("/error/");
                boolean right = page.admits(person.getKey().permissions()) ? error || status == 200 : status == 403;
                if (!right) {
                    wrong.add(page + " as " + person.getKey() + ": " + status);
                }
            }
        }
        PageSession nobody = new PageSession(product);
        for (AccessRule page : pages) {
            HttpResponse<String> answer = nobody.get(ours.in(page.path()));
            boolean toSignIn = answer.statusCode() == 303
                    && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in.xhtml");
            if (page.admits(null) ? answer.statusCode() != 200 : !toSignIn) {
                wrong.add(page + " as nobody: " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_token_opens_no_page() throws Exception {
        for (AccessRule page : rules.stream().filter(AccessRule::isPage).toList()) {
            if (!page.admits(null)) {
                assertThat(product.apiFromElsewhere()
                                .as(team.token(OFFICER))
                                .get(ours.in(page.path()))
                                .status())
                        .as(page.toString())
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void what_belongs_to_another_organisation_is_answered_as_what_there_is_not() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (AccessRule rule : rules.stream().filter(AccessRule::isOfApi).toList()) {
            if (rule.namesAnId()) {
                Answer foreign = call(caller(admitted(rule)), rule, theirs);
                Answer unknown = call(caller(admitted(rule)), rule, nothing);
                if (foreign.status() != 404
                        || unknown.status() != 404
                        || !theirs.without(foreign.text()).equals(nothing.without(unknown.text()))) {
                    wrong.add(rule + ": " + foreign + " but of what there is not: " + unknown);
                }
            }
        }
        for (AccessRule page : rules.stream().filter(AccessRule::isPage).toList()) {
            if (page.namesAnId()) {
                PageSession session = PageSession.of(product, team, requireNonNull(PEOPLE.get(admitted(page))));
                int foreign = session.get(theirs.in(page.path())).statusCode();
                int unknown = session.get(nothing.in(page.path())).statusCode();
                if (foreign != 404 || unknown != 404) {
                    wrong.add(page + ": " + foreign + " but of what there is not: " + unknown);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_method_of_the_api_takes_a_token_that_is_not_good() throws Exception {
        String good = team.token(OFFICER);
        String secret = good.substring(good.lastIndexOf('_') + 1);
        Map<String, String> bad = Map.of(
                "forged",
                good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA"),
                "cut off",
                good.substring(0, good.length() - 1),
                "of no kind of ours",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImF1ZCI6Im90aGVyIn0.",
                "without its prefix",
                secret,
                "of nobody",
                good.replace(secret, UUID.randomUUID().toString().replace("-", "")),
                "empty",
                "",
                "revoked",
                revoked(),
                "a session",
                PageSession.of(product, team, OFFICER).id().orElseThrow());
        List<String> wrong = new ArrayList<>();
        for (AccessRule rule : rules.stream().filter(AccessRule::isOfApi).toList()) {
            for (Map.Entry<String, String> token : bad.entrySet()) {
                Answer answer = call(product.apiFromElsewhere().as(token.getValue()), rule, ours);
                if (answer.status() != 401 && !rule.isOpen()) {
                    wrong.add(rule + " with a token that is " + token.getKey() + ": " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String revoked() throws IOException, InterruptedException {
        var key = team.as(ADMINISTRATOR)
                .post("/api/v1/keys", Map.of("kind", "PIPELINE", "systemId", ours.in("{system}"), "label", "Revoked"))
                .expect(201)
                .json();
        team.as(ADMINISTRATOR).delete("/api/v1/keys/" + key.path("id").asText()).expect(204);
        return key.path("secret").asText();
    }

    private static Answer call(Api caller, AccessRule rule, Belongings of) throws IOException, InterruptedException {
        return caller.send(
                rule.method(),
                of.in(rule.path()),
                rule.contentType(),
                rule.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Api caller(Role role) {
        Api caller = callers.get(role);
        if (caller == null) {
            throw new AssertionError("there is a new role: have this test call as " + role);
        }
        return caller;
    }

    /** Somebody of the team whom a rule admits. */
    private static Role admitted(AccessRule rule) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isForPeople() && rule.admits(role.permissions()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no role of people may " + rule));
    }

    /** A person's token never makes tokens. */
    private static Set<Permission> heldByTokens(Role role) {
        return role.isForPeople() ? Scopes.ALL.narrow(role.permissions()) : role.permissions();
    }

    private static String nameless(String route) {
        return route.replaceAll("\\{\\w+}", "{}");
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        Set<String> rest = new TreeSet<>(of);
        rest.removeAll(without);
        return rest;
    }
}
