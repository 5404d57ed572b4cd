package io.ahoy.router.acd;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioFiles.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.title(), () -> Scenario.play(scenario, Lifecycle.Witness.NONE)));
    }
}
