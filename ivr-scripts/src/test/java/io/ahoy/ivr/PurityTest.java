package io.ahoy.ivr;

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
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A script runs the same on a call, in a test and in a simulation only as long as nothing else takes part. */
@AnalyzeClasses(packages = "io.ahoy.ivr", importOptions = DoNotIncludeTests.class)
class PurityTest {
    @ArchTest
    static final ArchRule usesTheJavaLibraryOnly = classes()
            .that()
            .resideInAPackage("io.ahoy.ivr..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.ahoy.ivr..");

    @ArchTest
    static final ArchRule theEngineDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("io.ahoy.ivr.engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule nobodyReadsAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class, UUID.class);

    @ArchTest
    static final ArchRule theLanguageKnowsNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("io.ahoy.ivr.script")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ahoy.ivr.engine");
}
