package org.fixtrail.reports.page;

import java.util.function.Supplier;

/** Work with this module's class loader for the thread: JasperReports finds fonts and compiled templates through it. */
public final class OwnClasses {
    private OwnClasses() {}

    /** Puts the thread's class loader back afterwards. */
    public static <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClasses.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
