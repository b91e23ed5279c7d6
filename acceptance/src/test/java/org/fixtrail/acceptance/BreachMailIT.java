package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.fixtrail.launcher.mail.MailSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A target is missed, and the risk team reads of it: the mail as a mail server received it. */
@ExtendWith(TheProduct.class)
class BreachMailIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TITLE = "<b>x</b> & \"more\"\r\nBcc: somebody@example.org\r\n\r\nAnother mail";

    private static Product product;
    private static Team team;
    private static Walk walk;
    private static MimeMessage mail;

    @BeforeAll
    static void a_target_is_missed(Product theProduct) throws Exception {
        product = theProduct;
        team = new Team(product, OFFICER, AUDITOR, ANALYST, ENGINEER);
        Map<String, Object> target = Map.of(
                "severity", "CRITICAL",
                "fromStage", "DETECTED",
                "toStage", "DEPLOYED",
                "amount", 7,
                "unit", "DAYS",
                "validFrom", "2026-01-01T00:00:00Z");
        team.as(ENGINEER).post("/api/v1/targets", target).expect(403);
        team.as(ANALYST).post("/api/v1/targets", target).expect(201);
        walk = Walk.open(team, team.addSystem("<i>Assistant</i>"), TITLE, "CRITICAL");
        walk.record(ENGINEER, "DETECTED", 20).expect(201);
        mail = Await.until("the mail about the missed target", LIMIT, BreachMailIT::received);
    }

    @Test
    void the_risk_analyst_alone_is_told_in_one_line_of_subject() throws Exception {
        assertThat(mail.getHeader("Subject")).hasSize(1);
        assertThat(mail.getSubject())
                .startsWith("Target missed: <b>x</b> & \"more\"")
                .doesNotContain("\r", "\n");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(team.email(ANALYST));
    }

    @Test
    void what_users_wrote_is_text_in_the_html_part_too() throws Exception {
        String html = part("text/html");

        assertThat(html)
                .contains("&lt;b&gt;x&lt;/b&gt; &amp; ", "&lt;i&gt;Assistant&lt;/i&gt;")
                .doesNotContain("<b>", "<i>");
    }

    @Test
    void the_text_part_says_what_was_missed_and_where_to_look() throws Exception {
        assertThat(part("text/plain"))
                .contains("An internal target was missed.", "<b>x</b>", "/failure/show.xhtml?id=" + walk.id());
    }

    @Test
    void the_api_says_that_it_was_sent() throws Exception {
        JsonNode sent =
                Await.until(
                        "the mail as sent",
                        LIMIT,
                        () -> team
                                .as(AUDITOR)
                                .get("/api/v1/notifications?state=SENT&failure=" + walk.id())
                                .expect(200)
                                .items()
                                .stream()
                                .filter(one -> one.path("kind").asText().equals("target.breached"))
                                .findFirst());

        assertThat(sent.path("recipient").asText()).isEqualTo(team.email(ANALYST));
        assertThat(sent.path("tries").asInt()).isEqualTo(1);
    }

    @Test
    void the_clock_is_breached_and_the_mail_came_once() throws Exception {
        List<JsonNode> clocks =
                team.as(AUDITOR).get("/api/v1/clocks?limit=200").expect(200).items();

        assertThat(clocks).singleElement().satisfies(clock -> {
            assertThat(clock.path("failure").asText()).isEqualTo(walk.id());
            assertThat(clock.path("state").asText()).isEqualTo("BREACHED");
            assertThat(clock.path("startedAt").asText()).isEqualTo(walk.at(20).toString());
        });
        assertThat(all()).hasSize(1);
    }

    private static String part(String type) throws MessagingException, IOException {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("there is no part " + type);
    }

    private static Optional<MimeMessage> received() throws IOException, MessagingException {
        return all().stream().findFirst();
    }

    /** All mails about missed targets to this team; other tests' teams have other addresses. */
    private static List<MimeMessage> all() throws IOException, MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (Path file : MailSink.messages(product.var().resolve("mail"))) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                boolean ours = List.of(message.getAllRecipients()).toString().contains(team.email(ANALYST));
                if (ours && message.getSubject().startsWith("Target missed")) {
                    found.add(message);
                }
            }
        }
        return found;
    }
}
