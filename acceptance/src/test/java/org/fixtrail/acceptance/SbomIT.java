package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The lists of what the product is made of name every library that is shipped, byte for byte, and no other. */
class SbomIT {
    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.root")));
    private static final String LIBRARIES = "WEB-INF/lib/";

    @Test
    void the_one_in_the_application_lists_what_its_libraries_folder_holds() throws Exception {
        try (ZipFile war = new ZipFile(ROOT.resolve("web/target/fixtrail.war").toFile())) {
            Map<String, String> shipped = new TreeMap<>();
            for (ZipEntry entry : (Iterable<ZipEntry>) war.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                    try (InputStream in = war.getInputStream(entry)) {
                        shipped.put(sha256(in.readAllBytes()), entry.getName().substring(LIBRARIES.length()));
                    }
                }
            }
            try (InputStream in = war.getInputStream(war.getEntry("META-INF/sbom/fixtrail.cdx.json"))) {
                assertThat(listed(new ObjectMapper().readTree(in)).keySet())
                        .containsExactlyInAnyOrderElementsOf(shipped.keySet());
            }
            assertThat(shipped).hasSizeGreaterThan(40);
        }
    }

    @Test
    void the_launchers_lists_its_libraries_and_the_server() throws Exception {
        Path target = ROOT.resolve("launcher/target");
        Map<String, String> listed = listed(new ObjectMapper()
                .readTree(target.resolve("sbom/fixtrail-launcher.cdx.json").toFile()));
        Map<String, String> shipped = new TreeMap<>();
        for (String folder : new String[] {"lib", "server"}) {
            try (Stream<Path> files = Files.list(target.resolve(folder))) {
                for (Path file : files.toList()) {
                    shipped.put(
                            sha256(Files.readAllBytes(file)), file.getFileName().toString());
                }
            }
        }

        assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(shipped.keySet());
        assertThat(shipped.values()).contains("payara-micro.jar");
    }

    /** Names of components by their SHA-256. */
    private static Map<String, String> listed(JsonNode sbom) {
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Map<String, String> names = new TreeMap<>();
        for (JsonNode component : sbom.path("components")) {
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
            names.put(hash(component), component.path("name").asText());
        }
        return names;
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        throw new AssertionError("without a hash: " + component);
    }

    private static String sha256(byte[] content) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
