package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of the product can be reached from a network, and what of the server below it. */
@ExtendWith(TheProduct.class)
class PortsIT {
    private static final int HEXADECIMAL = 16;
    private static final String LISTENING_TCP = "0A";
    private static final String BOUND_UDP = "07";

    @Test
    void its_processes_listen_on_three_ports_of_loopback_and_nowhere_else(Product product) throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).as("Linux's list of sockets").exists();

        assertThat(listening(processes(product)))
                .containsExactlyInAnyOrder(
                        "tcp 127.0.0.1:" + product.port(),
                        "tcp 127.0.0.1:" + product.told("database.port"),
                        "tcp 127.0.0.1:" + product.told("smtp.port"));
    }

    @Test
    void the_servers_own_health_and_metrics_are_not_reachable(Product product)
            throws IOException, InterruptedException {
        for (String path : List.of(
                "/health",
                "/health/started",
                "/metrics/base",
                "/metrics/vendor",
                "/metrics/application",
                "/openapi/",
                "/asadmin",
                "/management/domain")) {
            Answer answer = product.api().get(path);
            boolean toSignIn = answer.status() == 303 && answer.location().contains("/sign-in.xhtml");
            assertThat(toSignIn || answer.status() == 404)
                    .as(path + " answers " + answer)
                    .isTrue();
            assertThat(answer.text()).doesNotContain("Payara", "GlassFish");
        }
        assertThat(product.api().get("/metrics").text()).doesNotContain("base_", "vendor_", "Payara");
    }

    @Test
    void the_probes_answer_on_loopback(Product product) throws IOException, InterruptedException {
        assertThat(product.api().get("/health/live").expect(200).text()).contains("UP");
        assertThat(product.api().get("/health/ready").expect(200).text()).contains("UP");
    }

    /** The launcher with its children, and PostgreSQL, which outlives a launcher and so is no child. */
    private static Set<Long> processes(Product product) throws IOException {
        long postgres = Files.readAllLines(product.var().resolve("pg/data/postmaster.pid")).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .orElseThrow();
        return Stream.of(
                        product.process().toHandle(), ProcessHandle.of(postgres).orElseThrow())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static Set<String> listening(Set<Long> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (long process : processes) {
            inodes.addAll(inodes(process));
        }
        Set<String> ports = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            String wanted = table.startsWith("tcp") ? LISTENING_TCP : BOUND_UDP;
            Files.readAllLines(Path.of("/proc/net", table)).stream()
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(row -> row[3].equals(wanted) && inodes.contains(row[9]))
                    .forEach(row -> ports.add(table.substring(0, 3) + " " + address(row[1])));
        }
        return ports;
    }

    /** The sockets that a process holds. */
    private static Set<String> inodes(long process) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    found.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return found;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** The kernel writes the address in its own order of bytes; any but loopback is shown so. */
    private static String address(String kernels) {
        int colon = kernels.indexOf(':');
        String host = kernels.substring(0, colon);
        boolean loopback = host.equals("0100007F") || host.equals("0000000000000000FFFF00000100007F");
        return (loopback ? "127.0.0.1" : host) + ":" + Integer.parseInt(kernels.substring(colon + 1), HEXADECIMAL);
    }
}
