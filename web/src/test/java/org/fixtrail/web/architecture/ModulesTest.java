package org.fixtrail.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.fixtrail.web.architecture.Fixtrail.CLASSES;
import static org.fixtrail.web.architecture.Fixtrail.DOMAIN;
import static org.fixtrail.web.architecture.Fixtrail.LAUNCHER;
import static org.fixtrail.web.architecture.Fixtrail.REPORTS;
import static org.fixtrail.web.architecture.Fixtrail.SERVICES;
import static org.fixtrail.web.architecture.Fixtrail.WEB;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dependencies point one way; see the design, section 3. */
class ModulesTest {
    /** Who calls, what is recorded and where it is stored belong together; each other feature stands for itself. */
    private static final Set<String> CORE = Set.of("access", "ledger", "storage");

    private static final String SERVICES_ROOT = "org.fixtrail.services.";

    private static final SliceAssignment SERVICE_FEATURES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().startsWith(SERVICES_ROOT)) {
                return SliceIdentifier.ignore();
            }
            String feature = type.getPackageName().substring(SERVICES_ROOT.length());
            return SliceIdentifier.of(CORE.contains(feature) ? "core" : feature);
        }

        @Override
        public String getDescription() {
            return "features of the services";
        }
    };

    @Test
    void the_domain_knows_the_jdk_and_annotations_alone() {
        classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN, "java..", "org.jspecify.annotations..", "jakarta.persistence..", "jakarta.validation..")
                .because("the verifier runs its engines again without a server and without libraries")
                .check(CLASSES);
    }

    @Test
    void services_know_neither_reports_nor_pages_nor_the_launcher() {
        noClasses()
                .that()
                .resideInAPackage(SERVICES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REPORTS, WEB, LAUNCHER)
                .because("what services need from outside they declare as interfaces")
                .check(CLASSES);
    }

    @Test
    void reports_know_neither_pages_nor_the_launcher() {
        noClasses()
                .that()
                .resideInAPackage(REPORTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB, LAUNCHER)
                .check(CLASSES);
    }

    @Test
    void the_launcher_and_the_application_know_nothing_of_each_other() {
        noClasses()
                .that()
                .resideInAPackage(LAUNCHER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DOMAIN, SERVICES, REPORTS, WEB)
                .because("the application is loaded apart from the launcher")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(WEB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LAUNCHER)
                .check(CLASSES);
    }

    @Test
    void domain_services_and_reports_know_no_server_parts() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, SERVICES, REPORTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ejb..", "jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..")
                .because("the same jars sit in WEB-INF/lib and in the EAR's lib")
                .check(CLASSES);
    }

    @Test
    void features_of_the_domain_form_no_cycle() {
        slices().matching("org.fixtrail.domain.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void features_of_the_reports_form_no_cycle() {
        slices().matching("org.fixtrail.reports.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void features_of_the_services_form_no_cycle_beyond_their_core() {
        slices().assignedFrom(SERVICE_FEATURES).should().beFreeOfCycles().check(CLASSES);
    }
}
