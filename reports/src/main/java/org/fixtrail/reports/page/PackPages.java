package org.fixtrail.reports.page;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRVirtualizer;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import org.fixtrail.reports.attachment.Attachment;
import org.fixtrail.services.pack.PackContent;

/** Lays out a pack's content and writes it as a plain PDF with embedded fonts. May be shared between threads. */
public final class PackPages {
    /** How many laid-out pages stay in memory; the others wait in a file. */
    private static final int PAGES_IN_MEMORY = 60;

    private static final int SWAP_BLOCK_BYTES = 4_096;
    private static final int SWAP_GROWTH_BLOCKS = 512;

    private final PackTemplates templates;
    private final PageText text;

    /** Compiles the templates, which takes seconds: make one and keep it. */
    public PackPages() {
        this.templates = new PackTemplates();
        this.text = new PageText(new PageFonts());
    }

    /** What the pages say about the finished file: they print the hashes of what will be attached to them. */
    public record Enclosed(String sealCertificateSha256, List<Attachment> files) {
        public Enclosed {
            files = List.copyOf(files);
        }
    }

    /** Writes the PDF to {@code target}; pages that do not fit into memory wait in {@code target}'s directory. */
    public void write(PackContent content, Enclosed enclosed, Path target) {
        Path directory = target.toAbsolutePath().getParent();
        JRVirtualizer virtualizer = new JRSwapFileVirtualizer(
                PAGES_IN_MEMORY, new JRSwapFile(String.valueOf(directory), SWAP_BLOCK_BYTES, SWAP_GROWTH_BLOCKS), true);
        try {
            export(fill(content, enclosed, virtualizer), target.toFile());
        } catch (JRException e) {
            throw new IllegalStateException("the pages of pack " + content.packId() + " cannot be laid out", e);
        } finally {
            virtualizer.cleanup();
        }
    }

    private JasperPrint fill(PackContent content, Enclosed enclosed, JRVirtualizer virtualizer) throws JRException {
        Wording wording = new Wording(text, new TimeText(content.scope().zone()));
        Map<String, Object> frame = Cover.frame(content, wording);
        Map<String, Object> parameters = new HashMap<>(frame);
        parameters.put(JRParameter.REPORT_VIRTUALIZER, virtualizer);
        parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
        parameters.put(
                JRParameter.REPORT_TIME_ZONE,
                TimeZone.getTimeZone(content.scope().zone()));
        parameters.put("frontTemplate", templates.front());
        parameters.put("front", Cover.front(content, enclosed, wording));
        for (Section section : sections(content, enclosed, wording)) {
            parameters.put(section.name() + "Template", templates.section(section));
            parameters.put(section.name(), parameters(section, frame));
        }
        return JasperFillManager.fillReport(templates.master(), parameters, new JREmptyDataSource());
    }

    private static List<Section> sections(PackContent content, Enclosed enclosed, Wording wording) {
        return List.of(
                SummarySection.of(content, wording),
                LagSection.of(content, wording),
                CurveSection.of(content, wording),
                RegisterSection.of(content, wording),
                TrailSection.of(content, wording),
                ClockSection.of(content, wording),
                AccessSection.of(content, wording),
                RightsSection.of(content, wording),
                LedgerSection.of(content, enclosed, wording));
    }

    private static Map<String, Object> parameters(Section section, Map<String, Object> frame) {
        Map<String, Object> parameters = new HashMap<>(frame);
        parameters.putAll(section.parameters());
        parameters.put("heading", section.title());
        parameters.put(
                JRParameter.REPORT_DATA_SOURCE, new RowSource(section.rows().get()));
        return parameters;
    }

    private static void export(JasperPrint print, File target) throws JRException {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_7);
        configuration.setCompressed(true);
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(target));
        exporter.setConfiguration(configuration);
        exporter.exportReport();
    }
}
