package org.fixtrail.reports.page;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.export.ooxml.JRDocxExporter;
import net.sf.jasperreports.export.SimpleDocxReportConfiguration;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.ReportTemplate;

/** Lays a prepared report out. May be shared between threads. */
public final class PreparedPages {
    private final JasperReport template;
    private final JasperReport templateForWord;
    private final PageText text;

    /** Compiles the template twice, which takes a second or two: make one and keep it. */
    public PreparedPages() {
        this.template = PackTemplates.alone("Prepared", true);
        this.templateForWord = PackTemplates.alone("Prepared", false);
        this.text = new PageText(new PageFonts());
    }

    /** Writes a plain PDF with embedded fonts. */
    public void pdf(PreparedReport report, OutputStream out) {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_7);
        configuration.setCompressed(true);
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(configuration);
        try {
            exporter.setExporterInput(new SimpleExporterInput(fill(template, report, text::clean)));
            exporter.exportReport();
        } catch (JRException e) {
            throw failed(report, e);
        }
    }

    /** A document to go on writing in: rows grow with what is put into them. */
    public byte[] docx(PreparedReport report) {
        SimpleDocxReportConfiguration configuration = new SimpleDocxReportConfiguration();
        configuration.setFlexibleRowHeight(true);
        JRDocxExporter exporter = new JRDocxExporter();
        ByteArrayOutputStream endless = new ByteArrayOutputStream();
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(endless));
        exporter.setConfiguration(configuration);
        try {
            exporter.setExporterInput(new SimpleExporterInput(fill(templateForWord, report, PreparedPages::forXml)));
            exporter.exportReport();
        } catch (JRException e) {
            throw failed(report, e);
        }
        return WordFrame.around(
                endless.toByteArray(),
                report.template().mark(),
                "Prepared from the record of " + report.failure() + ". Not submitted by this.");
    }

    private static IllegalStateException failed(PreparedReport report, JRException e) {
        return new IllegalStateException("the report for clock " + report.clockId() + " cannot be laid out", e);
    }

    /** Word has fonts for every character; XML has no place for controls and halves of surrogate pairs. */
    private static String forXml(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE
                        ? c
                        : ' ')
                .filter(c -> Character.getType(c) != Character.UNASSIGNED)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private JasperPrint fill(JasperReport template, PreparedReport report, UnaryOperator<String> clean)
            throws JRException {
        Map<String, Object> parameters = new HashMap<>(head(report, clean));
        parameters.put(JRParameter.IS_IGNORE_PAGINATION, template == templateForWord);
        parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(report.zone()));
        return JasperFillManager.fillReport(
                template, parameters, new RowSource(PreparedRow.of(report, clean).stream()));
    }

    private static Map<String, Object> head(PreparedReport report, UnaryOperator<String> clean) {
        ReportTemplate form = report.template();
        TimeText times = new TimeText(report.zone());
        long gaps = report.gaps().stream()
                .filter(item -> !item.mayWait(report.kind()))
                .count();
        Map<String, Object> head = new HashMap<>();
        head.put("organisation", clean.apply(report.organisation()));
        head.put("title", form.title());
        head.put("mark", form.mark());
        head.put("note", form.note() + (form.incomplete().isEmpty() ? "" : " " + form.incomplete()));
        head.put(
                "source",
                form.source() == null
                        ? "None"
                        : form.source().address() + " ("
                                + form.source().confidence().label() + ")");
        head.put("version", form.id() + ", " + form.version());
        head.put("kind", report.kind().label());
        head.put("failure", clean.apply(report.failureTitle() + "\n" + report.failure()));
        head.put("system", clean.apply(report.system()));
        head.put("clock", clean.apply(report.obligation() + "\nto: " + report.addressee()));
        head.put("deadline", times.named(report.legalAt()));
        head.put("prepared", times.named(report.preparedAt()));
        head.put(
                "gaps",
                gaps == 0
                        ? "None: the record fills all fields."
                        : gaps + " of " + report.fields() + " fields are to be filled in, added to, or decided; each is"
                                + " marked GAP or ADD.");
        head.put(
                "footer",
                "Prepared " + times.of(report.preparedAt()) + " from the record of " + report.failure()
                        + "\nNot submitted by this. Times are in " + times.zoneName() + ".");
        return head;
    }
}
