package org.fixtrail.reports.page;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One section of the pack: a template and what it prints.
 *
 * @param name names it in the master template
 * @param template name of the jrxml file
 * @param title heading, entry in the contents, bookmark
 * @param parameters what the template prints once
 * @param rows what the template repeats
 */
record Section(
        String name,
        String template,
        String title,
        Map<String, Object> parameters,
        Supplier<Stream<? extends Record>> rows) {}
