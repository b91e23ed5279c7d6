package org.fixtrail.domain.obligation;

import java.net.URI;

/**
 * Where a rule is laid down.
 *
 * @param article its place in the law, standard or code, for example "Article 73(2)"
 * @param address where the text can be read
 */
public record RuleSource(String article, URI address, Confidence confidence) {}
