package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** The queries on people; for use cases, inside their transaction. */
@ApplicationScoped
public class People {
    private static final Map<String, String> SORTS = Map.of("name", "p.displayName", "email", "p.email");

    private final EntityManager em;

    @Inject
    public People(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected People() {
        this(null);
    }

    public Person get(UUID id) {
        Person person = em.find(Person.class, id);
        if (person == null) {
            throw new NotFound("person");
        }
        return person;
    }

    boolean holds(String email) {
        return !em.createQuery("select p.id from Person p where p.email = :email", UUID.class)
                .setParameter("email", email)
                .getResultList()
                .isEmpty();
    }

    /** Those who can give rights now; until the transaction ends nobody else can change them. */
    List<Person> lockAdministrators() {
        return em.createQuery(
                        "select p from Person p where p.roles like '%ADMINISTRATOR%' and p.disabled = false order by p.id",
                        Person.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** @param search part of a name or an address; blank for all */
    Page<Person> page(PageRequest wanted, String search) {
        String like = "%" + escaped(search.strip().toLowerCase(Locale.ROOT)) + "%";
        String where =
                " from Person p where lower(p.displayName) like :like escape '!' or p.email like :like escape '!'";
        long total = em.createQuery("select count(p)" + where, Long.class)
                .setParameter("like", like)
                .getSingleResult();
        List<Person> people = em.createQuery("select p" + where + order(wanted), Person.class)
                .setParameter("like", like)
                .setFirstResult(wanted.offset())
                .setMaxResults(wanted.limit())
                .getResultList();
        return new Page<>(people, total);
    }

    private static String order(PageRequest wanted) {
        String sort = wanted.sort() == null ? null : SORTS.get(wanted.sort());
        return sort == null
                ? " order by p.displayName, p.id"
                : " order by " + sort + (wanted.descending() ? " desc" : "") + ", p.id";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
