package org.fixtrail.services.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The templates that we bring, read once. One that is wrong is a mistake of ours and stops the build's tests. */
@ApplicationScoped
class ReportTemplates {
    private static final List<String> FILES = List.of("ai-act-73", "gpai-serious-incident", "record");

    private final List<ReportTemplate> templates;

    ReportTemplates() {
        templates = FILES.stream().map(ReportTemplates::bundled).toList();
        Set<String> rules = new HashSet<>();
        for (ReportTemplate template : templates) {
            for (String rule : template.rules()) {
                if (!rules.add(rule)) {
                    throw new IllegalStateException("two templates answer the rule " + rule);
                }
            }
        }
    }

    private static ReportTemplate bundled(String file) {
        try (InputStream in = ReportTemplates.class.getResourceAsStream(file + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no report template " + file);
            }
            return ReportTemplateReader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ReportTemplate> all() {
        return templates;
    }

    /** The template for a rule's reports; the plain account of the record where none was made for it. */
    ReportTemplate forRule(String ruleId) {
        return templates.stream()
                .filter(template -> template.rules().contains(ruleId))
                .findFirst()
                .orElseGet(this::record);
    }

    /** What the record says, in no authority's form. */
    ReportTemplate record() {
        return templates.get(templates.size() - 1);
    }
}
