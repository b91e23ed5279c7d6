package org.fixtrail.services.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.RulePack;

/** The rule packs that we bring, read once. One that is wrong is a mistake of ours and stops the build's tests. */
@ApplicationScoped
public class RulePacks {
    private static final List<String> FILES =
            List.of("ai-act", "gpai-code-of-practice", "gdpr", "nis2", "dora", "cra", "us-states", "iso-42001");

    private final List<RulePack> packs;
    private final Map<String, ClockRule> rules;
    private final Map<String, String> texts = new LinkedHashMap<>();

    public RulePacks() {
        this(FILES.stream().map(RulePacks::bundled).toList());
        for (int i = 0; i < FILES.size(); i++) {
            texts.put(packs.get(i).id(), new String(bytes(FILES.get(i) + ".yaml"), StandardCharsets.UTF_8));
        }
    }

    RulePacks(List<RulePack> packs) {
        this.packs = List.copyOf(packs);
        this.rules = new LinkedHashMap<>();
        for (RulePack pack : packs) {
            for (ClockRule rule : pack.rules()) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalStateException("the rule " + rule.id() + " is in two packs");
                }
            }
        }
    }

    private static RulePack bundled(String file) {
        RulePackReading reading = RulePackReader.read(bytes(file + ".yaml"));
        if (reading instanceof RulePackReading.Read read) {
            return read.pack();
        }
        throw new IllegalStateException("rule pack " + file + ": " + reading);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = RulePacks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no rule pack " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<RulePack> all() {
        return packs;
    }

    /** The text of a pack that we bring. */
    String text(String packId) {
        return Objects.requireNonNull(texts.get(packId), packId);
    }

    /** @param id as the packs write it, for example {@code AIA-73-3} */
    public Optional<ClockRule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }
}
