package org.fixtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where processes listen, as Linux tells it in {@code /proc}: TCP and UDP, both address families. */
final class ListeningPorts {
    private static final String LISTEN = "0A";
    private static final String UDP_BOUND = "07";
    private static final int HEXADECIMAL = 16;

    private ListeningPorts() {}

    /** Each as in {@code tcp 127.0.0.1:8080}; an address other than IPv4 loopback is shown as the kernel writes it. */
    static Set<String> of(List<ProcessHandle> processes) throws IOException {
        Set<String> sockets = new TreeSet<>();
        for (ProcessHandle process : processes) {
            sockets.addAll(sockets(process));
        }
        Set<String> found = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+", -1);
                boolean listens = columns[3].equals(table.startsWith("tcp") ? LISTEN : UDP_BOUND);
                if (listens && sockets.contains("socket:[" + columns[9] + "]")) {
                    found.add(table.substring(0, 3) + " " + address(columns[1]));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(ProcessHandle process) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.map(ListeningPorts::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String address(String kernels) {
        String[] parts = kernels.split(":", -1);
        boolean loopback = parts[0].equals("0100007F") || parts[0].equals("0000000000000000FFFF00000100007F");
        return (loopback ? "127.0.0.1" : parts[0]) + ":" + Integer.parseInt(parts[1], HEXADECIMAL);
    }

    /** A process and all that it has started. */
    static List<ProcessHandle> tree(ProcessHandle root) {
        List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
        all.add(root);
        return all;
    }
}
