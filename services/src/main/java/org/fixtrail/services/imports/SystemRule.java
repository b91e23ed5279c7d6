package org.fixtrail.services.imports;

/**
 * To which AI system a row belongs.
 *
 * @param atMost the number of different AI systems in one file above which rows are refused: a wrong column must not
 *     create a system for each row
 */
record SystemRule(ValueRule name, int atMost) {
    static final int MAX_LENGTH = 200;
    static final int DEFAULT_AT_MOST = 50;
    static final int MOST = 1_000;
}
