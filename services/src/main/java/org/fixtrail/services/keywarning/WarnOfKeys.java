package org.fixtrail.services.keywarning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.notification.Outbox;

/**
 * Writes mails about the keys and tokens of the organisation that end soon: one to each person who is to know, in the same
 * transaction as the note that it was written, so that it is written once whatever happens and however many nodes there are.
 */
@ApplicationScoped
@Transactional
public class WarnOfKeys {
    /** Another node that took a key first has raised its number, which is looked at again once that node is done. */
    private static final String TAKE = """
            with taken as (
                update access_key k set warned = d.warning from key_warnings_due(?1) d
                where k.organisation_id = current_organisation() and d.organisation_id = k.organisation_id
                    and d.key_id = k.id and k.warned < d.warning
                returning k.organisation_id, k.kind, k.label, k.person_id, k.system_id, k.expires_at)
            select t.kind, t.label, t.person_id, s.name, t.expires_at
            from taken t left join ai_system s on s.organisation_id = t.organisation_id and s.id = t.system_id
            order by t.expires_at, t.label
            """;

    private static final String ZONE = "select zone from organisation where id = current_organisation()";
    private static final String NOBODY = "There is no administrator with access to send this to.";

    private final EntityManager em;
    private final KeyContacts contacts;
    private final Outbox outbox;
    private final URI baseUrl;

    @Inject
    public WarnOfKeys(
            EntityManager em,
            KeyContacts contacts,
            Outbox outbox,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.contacts = contacts;
        this.outbox = outbox;
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected WarnOfKeys() {
        this(null, null, null, "http://localhost");
    }

    /** @return of how many keys it warned */
    @Requires(Permission.OPERATE)
    public int warn(Instant now) {
        List<EndingKey> keys = take(now);
        if (!keys.isEmpty()) {
            tell(keys, now);
        }
        return keys.size();
    }

    private void tell(List<EndingKey> keys, Instant now) {
        KeyContacts.Known known = contacts.of(keys, now);
        Map<UUID, Person> people = new LinkedHashMap<>();
        Map<UUID, List<EndingKey>> byPerson = new LinkedHashMap<>();
        List<EndingKey> nobodys = new ArrayList<>();
        for (EndingKey key : keys) {
            List<Person> told = known.of(key);
            if (told.isEmpty()) {
                nobodys.add(key);
            }
            for (Person person : told) {
                people.put(person.id(), person);
                byPerson.computeIfAbsent(person.id(), id -> new ArrayList<>()).add(key);
            }
        }
        ZoneId zone = ZoneId.of((String) em.createNativeQuery(ZONE).getSingleResult());
        people.forEach((id, person) ->
                outbox.tell(person, KeyWarningMail.write(byPerson.getOrDefault(id, List.of()), zone, baseUrl)));
        if (!nobodys.isEmpty()) {
            outbox.tellNobody(KeyWarningMail.write(nobodys, zone, baseUrl), NOBODY);
        }
    }

    private List<EndingKey> take(Instant now) {
        List<?> rows =
                em.createNativeQuery(TAKE).setParameter(1, Timestamp.from(now)).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new EndingKey(
                        KeyKind.valueOf((String) row[0]),
                        (String) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        ((Timestamp) row[4]).toInstant()))
                .toList();
    }
}
