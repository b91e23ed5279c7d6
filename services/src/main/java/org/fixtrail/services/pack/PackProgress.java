package org.fixtrail.services.pack;

/** Hears how far the rendering of a pack has come. */
@FunctionalInterface
public interface PackProgress {

    /**
     * A step begins.
     *
     * @param step for people, in the present tense
     * @param percent how much is done, 0 to 100, never less than before
     */
    void reached(String step, int percent);
}
