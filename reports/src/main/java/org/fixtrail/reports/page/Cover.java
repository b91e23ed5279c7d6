package org.fixtrail.reports.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackScope;

/** The cover, and what each page's header and footer repeat of it. */
final class Cover {
    /** With more AI systems than this the cover says how many there are; the summary lists them all. */
    private static final int MOST_SYSTEMS = 4;

    private Cover() {}

    static Map<String, Object> frame(PackContent content, Wording wording) {
        PackScope scope = content.scope();
        return Map.of(
                "organisation",
                wording.clean(content.organisation().name()),
                "footer",
                "Pack %s \u00B7 as of %s\nKnown at %s \u00B7 all times %s"
                        .formatted(
                                wording.clean(content.packId()),
                                wording.times().of(scope.asOf()),
                                knownAt(scope, wording),
                                wording.times().zoneName()));
    }

    static Map<String, Object> front(PackContent content, PackPages.Enclosed enclosed, Wording wording) {
        Map<String, Object> front = new HashMap<>(frame(content, wording));
        front.put("heading", "Contents");
        front.put("packId", wording.clean(content.packId()));
        front.put("organisationId", wording.clean(content.organisation().id()));
        front.put("notices", content.notices().isEmpty() ? null : wording.clean(String.join("\n", content.notices())));
        front.put("systems", systems(content.scope().systems(), wording));
        front.put("period", "detected " + SummarySection.period(content.scope(), wording));
        front.put("asOf", wording.times().named(content.scope().asOf()));
        front.put(
                "knownAt",
                knownAt(content.scope(), wording) + " (" + wording.times().zoneName() + ")");
        front.put("issuedAt", wording.times().named(content.issue().issuedAt()));
        front.put(
                "issuedBy",
                wording.clean(content.issue().by().displayName() + ", "
                        + content.issue().role() + "\n" + content.issue().by().id()));
        front.put("rootHash", wording.clean(content.ledger().rootHash()));
        front.put("seal", enclosed.sealCertificateSha256());
        front.put("standing", wording.clean(content.ledger().statement()));
        return front;
    }

    private static String knownAt(PackScope scope, Wording wording) {
        return "ledger size %s, %s"
                .formatted(
                        Wording.number(scope.knownAt().ledgerSize()),
                        wording.times().of(scope.knownAt().time()));
    }

    private static String systems(List<PackScope.AiSystem> systems, Wording wording) {
        return systems.size() > MOST_SYSTEMS
                ? systems.size() + " AI systems, listed in section 1"
                : systems.stream().map(system -> wording.clean(system.name())).collect(Collectors.joining("\n"));
    }
}
