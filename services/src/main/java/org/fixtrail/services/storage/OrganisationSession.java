package org.fixtrail.services.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.fixtrail.services.access.CallerContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database, at the begin of each transaction, which organisation it may see: the signed-in caller's. The setting
 * ends with the transaction, so that a pooled connection carries nothing on.
 */
public class OrganisationSession implements SessionCustomizer {
    private static final String SET_ORGANISATION = "select set_config('fixtrail.organisation', ?, true)";

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().stream()
                .flatMap(descriptor -> descriptor.getMappings().stream())
                .forEach(OrganisationSession::allowNullUuid);
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postAcquireConnection(SessionEvent event) {
                setOrganisation(((DatabaseAccessor) event.getResult()).getConnection());
            }
        });
    }

    private static void setOrganisation(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        String organisation = CallerContext.find()
                .map(caller -> caller.organisationId().toString())
                .orElse("");
        try (PreparedStatement statement = connection.prepareStatement(SET_ORGANISATION)) {
            statement.setString(1, organisation);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the organisation could not be set on the connection", e);
        }
    }

    /** EclipseLink's own converter fails on a column that is NULL. */
    private static void allowNullUuid(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
            direct.setConverter(new NullableUuid());
        }
    }

    private static final class NullableUuid extends UUIDConverter {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            return value;
        }

        @Override
        public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value == null || value instanceof UUID ? value : UUID.fromString(value.toString());
        }
    }
}
