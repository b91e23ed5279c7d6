package org.fixtrail.domain.obligation;

import java.time.ZoneId;

/**
 * Where somebody is addressed: the member states of the Union and of the EEA, the Commission, and states of the US with a rule
 * of their own. Each has the time zone of its capital, by which its addressees count.
 */
public enum Jurisdiction implements Coded {
    AT("Austria", "Europe/Vienna"),
    BE("Belgium", "Europe/Brussels"),
    BG("Bulgaria", "Europe/Sofia"),
    CY("Cyprus", "Asia/Nicosia"),
    CZ("Czechia", "Europe/Prague"),
    DE("Germany", "Europe/Berlin"),
    DK("Denmark", "Europe/Copenhagen"),
    EE("Estonia", "Europe/Tallinn"),
    ES("Spain", "Europe/Madrid"),
    FI("Finland", "Europe/Helsinki"),
    FR("France", "Europe/Paris"),
    GR("Greece", "Europe/Athens"),
    HR("Croatia", "Europe/Zagreb"),
    HU("Hungary", "Europe/Budapest"),
    IE("Ireland", "Europe/Dublin"),
    IS("Iceland", "Atlantic/Reykjavik"),
    IT("Italy", "Europe/Rome"),
    LI("Liechtenstein", "Europe/Vaduz"),
    LT("Lithuania", "Europe/Vilnius"),
    LU("Luxembourg", "Europe/Luxembourg"),
    LV("Latvia", "Europe/Riga"),
    MT("Malta", "Europe/Malta"),
    NL("Netherlands", "Europe/Amsterdam"),
    NO("Norway", "Europe/Oslo"),
    PL("Poland", "Europe/Warsaw"),
    PT("Portugal", "Europe/Lisbon"),
    RO("Romania", "Europe/Bucharest"),
    SE("Sweden", "Europe/Stockholm"),
    SI("Slovenia", "Europe/Ljubljana"),
    SK("Slovakia", "Europe/Bratislava"),
    COMMISSION("European Commission", "Europe/Brussels"),
    US_CA("California", "America/Los_Angeles"),
    US_CO("Colorado", "America/Denver"),
    US_IL("Illinois", "America/Chicago"),
    US_NY("New York", "America/New_York");

    private final String label;
    private final ZoneId zone;

    Jurisdiction(String label, String zone) {
        this.label = label;
        this.zone = ZoneId.of(zone);
    }

    /** The ISO 3166 code, for example {@code DE} or {@code US-CA}; or {@code COMMISSION}. */
    @Override
    public String code() {
        return name().replace('_', '-');
    }

    @Override
    public String label() {
        return label;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether it is a state, where something can happen, and no institution. */
    public boolean isState() {
        return this != COMMISSION;
    }

    /** Whether it is a member state of the Union or of the EEA. */
    public boolean isMemberState() {
        return isState() && !name().startsWith("US_");
    }
}
