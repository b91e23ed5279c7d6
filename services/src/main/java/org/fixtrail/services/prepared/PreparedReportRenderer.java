package org.fixtrail.services.prepared;

/** Lays a prepared report out; implemented outside. */
public interface PreparedReportRenderer {
    /** To read and to file: PDF/A. */
    byte[] pdf(PreparedReport report);

    /** To go on writing in: WordprocessingML (ECMA-376). */
    byte[] docx(PreparedReport report);
}
