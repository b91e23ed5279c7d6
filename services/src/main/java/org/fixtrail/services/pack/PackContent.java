package org.fixtrail.services.pack;

import java.util.List;

/**
 * Everything that one evidence pack says; the pages, the CSV files and the JSON of the pack show these values and
 * compute none of their own.
 *
 * @param packId names the pack, as in the portal and the API
 * @param notices sentences that the cover must carry, such as that the figures come from sample data; usually empty
 * @param failures the failure register, in the order in which it is printed; without the dismissed and merged ones only
 *     if the scope says so
 * @param missedClocks the clocks of the scope that passed their deadline before they were met
 * @param notificationsSent how many warnings and breach mails went out for the failures in scope
 * @param roles the table of roles and permissions in force when the pack was issued
 * @param access who held these roles, and the reviews of that
 */
public record PackContent(
        String packId,
        List<String> notices,
        PackOrganisation organisation,
        PackScope scope,
        PackIssue issue,
        PackSummary summary,
        PackLag lag,
        List<PackFailure> failures,
        List<PackClock> missedClocks,
        long notificationsSent,
        PackLedger ledger,
        List<PackRole> roles,
        PackAccess access) {

    public PackContent {
        notices = List.copyOf(notices);
        failures = List.copyOf(failures);
        missedClocks = List.copyOf(missedClocks);
        roles = List.copyOf(roles);
    }
}
