package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An organisation of a test's own with its people, and what they call the product with. */
final class Team {
    /** Who works there. */
    enum Member {
        OFFICER("COMPLIANCE_OFFICER"),
        AUDITOR("AUDITOR"),
        ANALYST("RISK_ANALYST"),
        ENGINEER("ML_ENGINEER"),
        REVIEWER("REVIEWER"),
        /** May build and may review, but not the same fix. */
        BOTH("ML_ENGINEER", "REVIEWER"),
        ADMINISTRATOR("ADMINISTRATOR");

        private final List<String> roles;

        Member(String... roles) {
            this.roles = List.of(roles);
        }

        /** The only role, or the first of several. */
        String role() {
            return roles.get(0);
        }
    }

    static final String ZONE = "Europe/Madrid";

    private final String domain = UUID.randomUUID() + ".example";
    private final Product product;
    private final Map<Member, JsonNode> people = new EnumMap<>(Member.class);

    /** With the members that a test needs, since each password takes the product its time. */
    Team(Product product, Member... members) throws IOException, InterruptedException {
        this.product = product;
        Map<String, Object> wanted = Map.of(
                "organisation",
                "Test " + domain,
                "zone",
                ZONE,
                "people",
                Arrays.stream(members)
                        .map(member -> Map.of("email", email(member), "name", member.name(), "roles", member.roles))
                        .toList());
        Answer made =
                product.operator().post("/operator/v1/demo-people", wanted).expect(201);
        for (Member member : members) {
            people.put(
                    member,
                    Answer.list(made.json().path("people")).stream()
                            .filter(person -> person.path("email").asText().equals(email(member)))
                            .findFirst()
                            .orElseThrow());
        }
    }

    String email(Member member) {
        return member.name().toLowerCase(Locale.ROOT) + "@" + domain;
    }

    String password(Member member) {
        return person(member).path("password").asText();
    }

    String token(Member member) {
        return person(member).path("token").asText();
    }

    Api as(Member member) {
        return product.api().as(token(member));
    }

    private JsonNode person(Member member) {
        return requireNonNull(people.get(member));
    }

    /** Adds an AI system and answers its id. */
    String addSystem(String name) throws IOException, InterruptedException {
        return as(Member.OFFICER)
                .post("/api/v1/systems", Map.of("name", name, "purpose", "Tests", "owner", "Testers"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Calls as a machine of the AI system, which may send its signals. */
    Api machine(String system) throws IOException, InterruptedException {
        String secret = as(Member.ADMINISTRATOR)
                .post("/api/v1/keys", Map.of("kind", "MACHINE", "systemId", system, "label", "Test machine", "days", 1))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        return product.api().as(secret);
    }
}
