package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Field;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.domain.organisation.OrganisationChange;
import org.fixtrail.services.access.Caller;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every entity comes back from the database as it was stored. */
@ExtendWith(ArquillianExtension.class)
class StorageIT {
    @Inject
    private EntityManager em;

    @Inject
    private UserTransaction transaction;

    @Test
    void every_entity_comes_back_with_all_that_it_may_hold() throws Exception {
        assertThat(entities()).hasSizeGreaterThan(20);
        for (Class<?> type : entities()) {
            comesBack(type, true);
        }
    }

    @Test
    void every_entity_comes_back_with_nothing_where_nothing_may_be() throws Exception {
        assertThat(entities().stream()
                        .flatMap(type -> Samples.fields(type).stream())
                        .filter(Samples::mayBeNull)
                        .map(Field::getType)
                        .distinct()
                        .map(Class::getSimpleName))
                .contains("UUID", "Instant", "String", "Integer", "Long");
        for (Class<?> type : entities()) {
            comesBack(type, false);
        }
    }

    /** But for the one whose table allows no row with everything or nothing; OrganisationLifeIT reads those that it allows. */
    private List<Class<?>> entities() {
        return em.getMetamodel().getEntities().stream()
                .<Class<?>>map(EntityType::getJavaType)
                .filter(type -> type != OrganisationChange.class)
                .toList();
    }

    /** Rolled back, since the rows that it points at are not there. */
    private <T> void comesBack(Class<T> type, boolean filled) throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID id = type == Organisation.class ? organisation : UUID.randomUUID();
        T sample = Samples.of(type, id, organisation, filled);
        transaction.begin();
        try {
            T found = as(Caller.server(organisation), () -> {
                em.persist(sample);
                em.flush();
                em.clear();
                return em.find(type, id);
            });
            assertThat(found).as(type.getSimpleName()).isNotNull().isNotSameAs(sample);
            for (Field field : Samples.fields(type)) {
                assertThat(field.get(found))
                        .as(type.getSimpleName() + "." + field.getName())
                        .isEqualTo(field.get(sample));
            }
        } finally {
            assertThat(transaction.getStatus()).isNotEqualTo(Status.STATUS_NO_TRANSACTION);
            transaction.rollback();
        }
    }
}
