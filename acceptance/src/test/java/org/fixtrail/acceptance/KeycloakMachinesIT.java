package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines of Keycloak call the API. */
@ExtendWith(TheKeycloakSite.class)
class KeycloakMachinesIT {
    private static KeycloakSite site;

    @BeforeAll
    static void start(KeycloakSite theSite) {
        site = theSite;
    }

    @Test
    void a_machine_sends_signals_with_a_token_of_keycloaks() throws Exception {
        site.officer().open("/system/edit.xhtml");
        site.officer().input("Name").fill("Example system");
        site.officer().page().selectOption("[id='edit:riskClass']", new SelectOption().setIndex(1));
        site.officer().page().selectOption("[id='edit:operatorRole']", new SelectOption().setIndex(1));
        site.officer().press("Record");
        site.officer().page().waitForURL("**/system/show.xhtml*");

        Api machine = site.as(
                site.keycloak().machineToken("example-machine", site.product().secret("keycloak.machine.secret")));

        machine.get("/api/v1/failures").expect(403);
        Answer stored = machine.post(
                        "/api/v1/signals",
                        "application/cloudevents+json",
                        "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"urn:test\", \"type\": \"test.outcome\","
                                + " \"data\": {\"fingerprint\": \"promised too much\"}}")
                .expect(202);
        assertThat(stored.json().path("opened")).hasSize(1);
        site.as(site.keycloak().machineToken("fixtrail", site.product().secret("keycloak.client.secret")))
                .get("/api/v1/failures")
                .expect(401);
        Await.until(
                "the end of the token",
                KeycloakSite.LIMIT,
                () -> machine.get("/api/v1/failures").status() == 401 ? Optional.of(true) : Optional.empty());
    }
}
