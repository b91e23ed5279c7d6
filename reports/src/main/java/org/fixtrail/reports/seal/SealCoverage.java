package org.fixtrail.reports.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Looks at the bytes themselves: one signature, over everything from the first byte of the file to the last but its own
 * value, and in the room for that value the signature and nothing else.
 */
final class SealCoverage {
    private SealCoverage() {}

    static List<String> findings(byte[] pdf) throws IOException {
        List<PDSignature> signatures;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            signatures = document.getSignatureDictionaries();
        }
        if (signatures.size() != 1) {
            return List.of("The file has " + signatures.size() + " signatures instead of one.");
        }
        int[] range = signatures.get(0).getByteRange();
        if (range == null || range.length != 4) {
            return List.of("The signature does not say which bytes it covers.");
        }
        long gapEnd = range[2];
        if (range[0] != 0 || range[1] < 0 || range[1] > gapEnd || gapEnd + range[3] != pdf.length) {
            return List.of("The signature does not cover the file from its first byte to its last.");
        }
        return signatureRoom(Arrays.copyOfRange(pdf, range[1], range[2]));
    }

    private static List<String> signatureRoom(byte[] room) {
        List<String> findings = new ArrayList<>();
        String text = new String(room, StandardCharsets.ISO_8859_1);
        if (!text.matches("<[0-9a-f]*>") || text.length() % 2 != 0) {
            findings.add("The room for the signature holds something else than the signature.");
            return findings;
        }
        byte[] value = HexFormat.of().parseHex(text, 1, text.length() - 1);
        try {
            if (!onlyZeros(value, lengthOfSignature(value))) {
                findings.add("There is something hidden behind the signature's value.");
            }
        } catch (IOException e) {
            findings.add("The signature's value cannot be read.");
        }
        return findings;
    }

    /** Demands DER, so that there is one way only to write the signature. */
    private static int lengthOfSignature(byte[] value) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(value)) {
            ASN1Primitive signature = in.readObject();
            byte[] der = signature == null ? new byte[0] : signature.getEncoded("DER");
            if (der.length == 0 || !Arrays.equals(der, 0, der.length, value, 0, der.length)) {
                throw new IOException("not DER");
            }
            return der.length;
        }
    }

    private static boolean onlyZeros(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
