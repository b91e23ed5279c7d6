package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.ledger.Ledger;

/** What {@link GiveOneTimePassword} does in the database: a transaction for each organisation, all with the same end. */
@ApplicationScoped
@Transactional
class Replacements {
    private final People people;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    Replacements(People people, Accounts accounts, SecondFactors factors, Ledger ledger, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.factors = factors;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Replacements() {
        this(null, null, null, null, null);
    }

    /** @param hash of the one-time password */
    record Replacement(UUID accountId, String hash, boolean removesFactor) {
        /** Without the hash, so that none reaches a log. */
        @Override
        public String toString() {
            return "Replacement[" + accountId + "]";
        }
    }

    /** Together with its entry in the ledger of the caller's organisation: neither is without the other. */
    @Requires(Permission.OPERATE)
    void carryOut(Replacement replacement) {
        UUID account = replacement.accountId();
        Person person = people.ofAccount(account).orElseThrow();
        accounts.setOneTimePassword(account, replacement.hash(), Instant.now(clock));
        record(person, ActType.PASSWORD_REPLACED);
        if (replacement.removesFactor()) {
            factors.remove(account);
            record(person, ActType.SECOND_FACTOR_REMOVED);
        }
    }

    private void record(Person person, ActType what) {
        ledger.append(new PersonChange(UUID.randomUUID(), person, what, null));
    }
}
