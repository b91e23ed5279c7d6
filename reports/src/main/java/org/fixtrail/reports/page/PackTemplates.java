package org.fixtrail.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/**
 * The compiled templates. {@code Pack} puts the sections together, each section has a template of its own, and all take
 * their running header and footer from {@code Frame}.
 */
final class PackTemplates {
    private static final String FOLDER = "/org/fixtrail/reports/page/";

    private final JasperReport master;
    private final Map<String, JasperReport> sections;

    PackTemplates() {
        try {
            this.master = JasperCompileManager.compileReport(design("Pack"));
            this.sections = Stream.of(
                            "Front", "Sheet", "Lags", "Curves", "Register", "Trails", "Clocks", "Access", "Rights")
                    .collect(Collectors.toMap(name -> name, PackTemplates::section));
        } catch (JRException e) {
            throw new IllegalStateException("the template Pack does not compile", e);
        }
    }

    JasperReport master() {
        return master;
    }

    JasperReport section(Section section) {
        return get(section.template());
    }

    JasperReport front() {
        return get("Front");
    }

    private JasperReport get(String name) {
        JasperReport report = sections.get(name);
        if (report == null) {
            throw new IllegalArgumentException("no template " + name);
        }
        return report;
    }

    private static JasperReport section(String name) {
        try {
            JasperDesign frame = design("Frame");
            JasperDesign design = design(name);
            if (design.getPageHeader() == null) {
                design.setPageHeader((JRDesignBand) frame.getPageHeader());
            }
            design.setPageFooter((JRDesignBand) frame.getPageFooter());
            return JasperCompileManager.compileReport(design);
        } catch (JRException e) {
            throw new IllegalStateException("the template " + name + " does not compile", e);
        }
    }

    /**
     * A template that stands by itself, with header and footer of its own.
     *
     * @param framed whether it has them; or something else puts them around it
     */
    static JasperReport alone(String name, boolean framed) {
        try {
            JasperDesign design = design(name);
            if (!framed) {
                design.setPageHeader(null);
                design.setPageFooter(null);
            }
            return JasperCompileManager.compileReport(design);
        } catch (JRException e) {
            throw new IllegalStateException("the template " + name + " does not compile", e);
        }
    }

    private static JasperDesign design(String name) throws JRException {
        try (InputStream in = PackTemplates.class.getResourceAsStream(FOLDER + name + ".jrxml")) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is missing");
            }
            return JRXmlLoader.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
