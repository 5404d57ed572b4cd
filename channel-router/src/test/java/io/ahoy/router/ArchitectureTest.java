package io.ahoy.router;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "io.ahoy.router", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "io.ahoy.router.acd..";

    @ArchTest
    static final ArchRule theCoreKnowsNothingButJava = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE, "java.lang..", "java.time..", "java.util..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule theCoreStartsNothingAndWaitsForNothing = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule theCoreReadsNoClock = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule theCoreLeavesNothingToChance = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    /** Their order differs from run to run; linked and sorted ones are as good. */
    @ArchTest
    static final ArchRule theCoreHasNoUnorderedCollections = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .callConstructor(HashMap.class)
            .orShould()
            .callConstructor(HashSet.class)
            .orShould()
            .callMethod(java.util.Set.class, "of", Object[].class)
            .orShould()
            .callMethod(java.util.Map.class, "of");

    @ArchTest
    static final ArchRule theRouterKnowsOnlyModulesBelow = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.ahoy..")
                    .and(resideOutsideOfPackages("io.ahoy.router..", "io.ahoy.crm..", "io.ahoy.config..")));

    @ArchTest
    static final ArchRule theShellKnowsNoOutletByName = noClasses()
            .that()
            .resideInAPackage("io.ahoy.router.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ahoy.router.history..", "io.ahoy.crm..");
}
