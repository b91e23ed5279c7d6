package org.fixtrail.services.pack;

/** Turns the content of an evidence pack into one sealed file that can be checked without this server. */
public interface PackRenderer {

    /** Loads beforehand what the first pack would wait for, and makes the seal's key if there is none. */
    void warmUp();

    /**
     * Renders, attaches the machine-readable evidence, seals, and checks the seal.
     *
     * @param progress told before each step, on the calling thread
     */
    SealedPack render(PackContent content, PackProgress progress);
}
