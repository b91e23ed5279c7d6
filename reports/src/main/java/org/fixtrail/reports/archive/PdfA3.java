package org.fixtrail.reports.archive;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.fixtrail.reports.attachment.Attachment;

/**
 * Makes PDF/A-3b (ISO 19005-3) of a PDF whose fonts are embedded already: adds what the standard asks for, takes out
 * what it forbids, and attaches files as associated files of the document.
 */
public final class PdfA3 {
    private static final COSName CID_SET = COSName.getPDFName("CIDSet");
    private static final COSName AF_RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName AF = COSName.getPDFName("AF");
    private static final String SRGB = "sRGB IEC61966-2.1";

    private PdfA3() {}

    /** Reads the plain PDF and writes the finished one; working data beyond main memory goes to temporary files. */
    public static void convert(Path plain, DocumentFacts facts, List<Attachment> files, OutputStream out)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(plain.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            removeIncompleteGlyphSets(document);
            printAnnotations(document);
            describe(document, facts);
            addOutputIntent(document);
            if (!files.isEmpty()) {
                attach(document, files, facts.createdAt());
            }
            document.save(out);
        }
    }

    /** OpenPDF lists the glyphs of a font subset wrongly; the list is optional, a wrong one is forbidden. */
    private static void removeIncompleteGlyphSets(PDDocument document) {
        for (COSObjectKey key :
                List.copyOf(document.getDocument().getXrefTable().keySet())) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary
                    && COSName.FONT_DESC.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
                dictionary.removeItem(CID_SET);
            }
        }
    }

    /** What is on the page must be on the print, links too (6.3.2). */
    private static void printAnnotations(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                annotation.setPrinted(true);
            }
        }
    }

    private static void describe(PDDocument document, DocumentFacts facts) throws IOException {
        Calendar created = calendar(facts.createdAt());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(facts.title());
        information.setAuthor(facts.author());
        information.setSubject(facts.subject());
        information.setCreator(DocumentFacts.PRODUCER);
        information.setProducer(DocumentFacts.PRODUCER);
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentInformation(information);

        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(DocumentFacts.LANGUAGE);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(Xmp.packet(facts))));
    }

    private static void addOutputIntent(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().setOutputIntents(List.of(intent));
    }

    private static void attach(PDDocument document, List<Attachment> files, Instant createdAt) throws IOException {
        Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Attachment file : files) {
            PDComplexFileSpecification specification = specification(document, file, createdAt);
            byName.put(file.name(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
        leaf.setNames(byName);
        PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
        root.setKids(List.of(leaf));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(root);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(AF, associated);
    }

    private static PDComplexFileSpecification specification(PDDocument document, Attachment file, Instant createdAt)
            throws IOException {
        PDEmbeddedFile embedded =
                new PDEmbeddedFile(document, new ByteArrayInputStream(file.bytes()), COSName.FLATE_DECODE);
        embedded.setSubtype(file.mediaType());
        embedded.setSize(file.bytes().length);
        embedded.setCreationDate(calendar(createdAt));
        embedded.setModDate(calendar(createdAt));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(file.name());
        specification.setFileUnicode(file.name());
        specification.setFileDescription(file.description());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName(AF_RELATIONSHIP, "Data");
        return specification;
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}
