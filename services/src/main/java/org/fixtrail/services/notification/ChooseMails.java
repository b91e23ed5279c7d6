package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.MailChoice;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Each person chooses the own mails; what was chosen is on record. */
@ApplicationScoped
@Transactional
public class ChooseMails {
    /** A digest that was due is not made up for: the next one is that of the next day. */
    private static final String PLAN = """
            insert into digest_plan (organisation_id, person_id, due_at) values (current_organisation(), ?1, ?2)
            on conflict (organisation_id, person_id) do update set due_at = excluded.due_at
            """;

    private static final String NO_PLAN =
            "update digest_plan set due_at = null where organisation_id = current_organisation() and person_id = ?1";

    private final EntityManager em;
    private final Wishes wishes;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public ChooseMails(EntityManager em, Wishes wishes, Ledger ledger, Clock clock) {
        this.em = em;
        this.wishes = wishes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ChooseMails() {
        this(null, null, null, null);
    }

    /** The caller's. */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public MailWishes wishes() {
        return wishes.of(self());
    }

    /** Nothing happens if it is what holds already. */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public void choose(MailWishes wanted) {
        change(wanted, false);
    }

    /** By the link of a mail. */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public void endDigest() {
        change(wishes().withoutDigest(), true);
    }

    private void change(MailWishes wanted, boolean byLink) {
        UUID person = self();
        if (wanted.equals(wishes.of(person))) {
            return;
        }
        ledger.append(new MailChoice(UUID.randomUUID(), person, wanted, byLink));
        Instant next = wanted.digestAfter(Instant.now(clock)).orElse(null);
        if (next == null) {
            em.createNativeQuery(NO_PLAN).setParameter(1, person).executeUpdate();
        } else {
            em.createNativeQuery(PLAN)
                    .setParameter(1, person)
                    .setParameter(2, Timestamp.from(next))
                    .executeUpdate();
        }
    }

    private static UUID self() {
        @Nullable UUID person = CallerContext.get().person();
        if (person == null) {
            throw new NotPermitted(Permission.CHOOSE_OWN_MAILS);
        }
        return person;
    }
}
