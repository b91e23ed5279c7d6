package org.fixtrail.launcher.postgres;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of the three logins of an embedded PostgreSQL.
 *
 * @param superuser of {@code postgres}, used by the launcher alone
 * @param owner of {@code fixtrail_owner}, which runs the migrations
 * @param app of {@code fixtrail_app}, which the application works with
 */
public record DatabasePasswords(String superuser, String owner, String app) {
    private static final int RANDOM_BYTES = 24;

    public DatabasePasswords {
        requireNonNull(superuser, "superuser");
        requireNonNull(owner, "owner");
        requireNonNull(app, "app");
    }

    /** Fresh random passwords, for a database that does not outlive its test. */
    public static DatabasePasswords random() {
        return new DatabasePasswords(randomPassword(), randomPassword(), randomPassword());
    }

    /** 192 random bits in letters, digits, {@code -} and {@code _}. */
    public static String randomPassword() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the passwords, so that none reaches a log. */
    @Override
    public String toString() {
        return "DatabasePasswords[hidden]";
    }
}
