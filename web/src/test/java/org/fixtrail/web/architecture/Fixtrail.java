package org.fixtrail.web.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of all modules but the tests; read once. */
final class Fixtrail {
    static final String DOMAIN = "org.fixtrail.domain..";
    static final String SERVICES = "org.fixtrail.services..";
    static final String REPORTS = "org.fixtrail.reports..";
    static final String WEB = "org.fixtrail.web..";
    static final String LAUNCHER = "org.fixtrail.launcher..";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fixtrail");

    private Fixtrail() {}
}
