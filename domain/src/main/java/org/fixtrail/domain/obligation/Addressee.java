package org.fixtrail.domain.obligation;

import java.util.List;

/** To whom a report or notice goes. */
public enum Addressee implements Coded {
    MARKET_SURVEILLANCE_AUTHORITY(
            "market_surveillance_authority", "market surveillance authority of the member state of the incident"),
    PROVIDER_THEN_OTHERS(
            "provider_then_others",
            "first the provider, then importer or distributor and the authorities",
            Recipient.PROVIDER,
            Recipient.IMPORTER,
            Recipient.DISTRIBUTOR,
            Recipient.AUTHORITY),
    AUTHORITIES("authorities", "authorities and notified body", Recipient.AUTHORITY, Recipient.NOTIFIED_BODY),
    SUPPLY_CHAIN(
            "supply_chain",
            "distributors, deployers, authorised representative and importers",
            Recipient.DISTRIBUTOR,
            Recipient.DEPLOYER,
            Recipient.AUTHORISED_REPRESENTATIVE,
            Recipient.IMPORTER),
    AI_OFFICE("ai_office", "AI Office"),
    SUPERVISORY_AUTHORITY("supervisory_authority", "data protection supervisory authority"),
    CONTROLLER("controller", "controller"),
    DATA_SUBJECTS("data_subjects", "the people whose data it is"),
    CSIRT_OR_AUTHORITY("csirt_or_authority", "CSIRT or competent authority"),
    CSIRT_AND_ENISA("csirt_and_enisa", "CSIRT and ENISA, by the reporting platform"),
    COMPETENT_AUTHORITY("competent_authority", "competent authority"),
    CAL_OES("cal_oes", "California Office of Emergency Services"),
    PUBLIC_SAFETY_AUTHORITY("public_safety_authority", "an appropriate authority (law enforcement, public safety)"),
    DFS_OFFICE("dfs_office", "office of the Department of Financial Services"),
    LAW_ENFORCEMENT("law_enforcement", "law enforcement"),
    IEMA_OHS_AND_AG("iema_ohs_and_ag", "IEMA-OHS and Attorney General"),
    CONSUMER("consumer", "consumer"),
    ORGANISATION("organisation", "the organisation itself");

    private final String code;
    private final String label;
    private final List<Recipient> recipients;

    Addressee(String code, String label, Recipient... recipients) {
        this.code = code;
        this.label = label;
        this.recipients = List.of(recipients);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** Where several along the supply chain are told: who, in the order of the law. Empty for a single addressee. */
    public List<Recipient> recipients() {
        return recipients;
    }
}
