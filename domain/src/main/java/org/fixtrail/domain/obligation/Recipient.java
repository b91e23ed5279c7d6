package org.fixtrail.domain.obligation;

/** Who is told of a failure along the supply chain and by law. */
public enum Recipient implements Coded {
    PROVIDER("provider", "provider"),
    DEPLOYER("deployer", "deployers"),
    DISTRIBUTOR("distributor", "distributors"),
    IMPORTER("importer", "importers"),
    AUTHORISED_REPRESENTATIVE("authorised_representative", "authorised representative"),
    AUTHORITY("authority", "authority"),
    NOTIFIED_BODY("notified_body", "notified body"),
    OTHER("other", "somebody else");

    private final String code;
    private final String label;

    Recipient(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
