package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.intake.IntakeAddress;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** Opens and closes the forms by which people outside report. */
@ApplicationScoped
@Transactional
public class ManageIntake {
    private static final int MOST = 200;
    private static final int LONGEST_LABEL = 200;

    private final Addresses addresses;
    private final Systems systems;
    private final Ledger ledger;
    private final String base;

    @Inject
    ManageIntake(
            Addresses addresses,
            Systems systems,
            Ledger ledger,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.addresses = addresses;
        this.systems = systems;
        this.ledger = ledger;
        this.base = baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
    }

    @SuppressWarnings("NullAway")
    protected ManageIntake() {
        this(null, null, null, "");
    }

    /**
     * A form that is open.
     *
     * @param id in its address
     * @param systemId the AI system that it is about; null for any
     * @param address where it is, to be put on a page or into instructions for use
     */
    public record OpenForm(UUID id, @Nullable UUID systemId, String label, String address) implements Serializable {}

    /** In the order in which they were opened. */
    @Requires(Permission.VIEW_RECORD)
    public List<OpenForm> list() {
        return addresses.all().stream()
                .filter(address -> !address.closed())
                .map(address -> new OpenForm(
                        address.addressId(),
                        address.systemId(),
                        address.label(),
                        base + "report.xhtml?to=" + address.addressId()))
                .toList();
    }

    /**
     * @param systemId the AI system that the form is about; null for any
     * @param label what the form is headed with
     * @return the id that stands in the form's address
     */
    @Requires(Permission.MANAGE_SYSTEMS)
    public Outcome<UUID> open(@Nullable UUID systemId, String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
            return Outcome.invalid("label", "must have 1 to " + LONGEST_LABEL + " characters");
        }
        if (systemId != null) {
            systems.get(systemId);
        }
        if (list().size() >= MOST) {
            return Outcome.refused("too-many", "There are " + MOST + " forms: close one first.");
        }
        UUID address = UUID.randomUUID();
        ledger.append(new IntakeAddress(address, address, systemId, label.strip(), false));
        return Outcome.done(address);
    }

    /** Nobody can report by it any more; what was reported stays. */
    @Requires(Permission.MANAGE_SYSTEMS)
    public Outcome<UUID> close(UUID address) {
        IntakeAddress open = addresses.open(address);
        ledger.append(new IntakeAddress(UUID.randomUUID(), address, open.systemId(), open.label(), true));
        return Outcome.done(address);
    }
}
