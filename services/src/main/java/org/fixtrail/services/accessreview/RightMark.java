package org.fixtrail.services.accessreview;

/** What a reviewer should look at. */
public enum RightMark {
    UNUSED("not used for 90 days"),
    NEVER_JOINED("invitation not taken up"),
    ACCESS_ENDED("access ended: without effect, but still there"),
    NOBODY_ANSWERS("who answers for it has no access any more"),
    ONE_PERSON("given without a second person"),
    CONFLICT("held together with a conflicting role, allowed on record");

    private final String label;

    RightMark(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
