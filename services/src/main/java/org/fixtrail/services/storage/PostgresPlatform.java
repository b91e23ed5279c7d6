package org.fixtrail.services.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/** Sends every SQL NULL untyped, so that PostgreSQL infers uuid and timestamptz. */
public class PostgresPlatform extends PostgreSQLPlatform {
    private static final long serialVersionUID = 1;

    @Override
    public void setNullFromDatabaseField(DatabaseField field, PreparedStatement statement, int index)
            throws SQLException {
        statement.setNull(index, Types.NULL);
    }
}
