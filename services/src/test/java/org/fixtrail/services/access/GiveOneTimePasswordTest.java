package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.fixtrail.services.access.GiveOneTimePassword.Answer;
import org.junit.jupiter.api.Test;

class GiveOneTimePasswordTest {
    @Test
    @SuppressWarnings("NullAway") // reaches neither accounts nor database
    void where_an_identity_provider_keeps_the_passwords_none_is_given() {
        assertThat(new GiveOneTimePassword(null, null, "oidc").give("ada@example.org", false))
                .isEqualTo(new Answer.Refused("Passwords are kept at the identity provider."));
    }
}
