package io.ahoy.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Sessions;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Guard;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final List<String> STACK = List.of(
            "io.ahoy.config..",
            "io.ahoy.crm..",
            "io.ahoy.router..",
            "io.ahoy.ivr..",
            "io.ahoy.telephony..",
            "io.ahoy.desktop..");
    private static final JavaClasses AHOY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ahoy");

    @Test
    void modulesKnowOnlyThoseBelow() {
        for (int module = 0; module < STACK.size() - 1; module++) {
            noClasses()
                    .that()
                    .resideInAPackage(STACK.get(module))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(STACK.subList(module + 1, STACK.size()).toArray(new String[0]))
                    .check(AHOY);
        }
    }

    @Test
    void theDesktopReachesTheDatabaseThroughTheCrmOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.ahoy.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.ibatis..", "com.zaxxer..")
                .check(AHOY);
    }

    /** What Vert.x calls runs on its event loops; the guard is the exception, which its callers run on virtual threads. */
    @Test
    void nothingThatBlocksIsInReachOfAnEventLoop() {
        noClasses()
                .that()
                .resideInAPackage("io.ahoy.desktop..")
                .and()
                .resideOutsideOfPackage("io.ahoy.desktop.wiring..")
                .and()
                .doNotHaveFullyQualifiedName(Guard.class.getName())
                .and(describe("use Vert.x", ArchitectureTest::usesVertx))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Db.class, History.class, Customers.class, Figures.class, Team.class, Sessions.class)
                .check(AHOY);
    }

    private static boolean usesVertx(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("io.vertx"));
    }

    @Test
    void packagesFormNoCircles() {
        slices().matching("io.ahoy.desktop.web.(*)..").should().beFreeOfCycles().check(AHOY);
    }
}
