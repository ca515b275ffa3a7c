package io.venta.server.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/** By which ways something gets to RabbitMQ: few, and each by its rules. */
@AnalyzeClasses(packages = "io.venta.server", importOptions = ImportOption.DoNotIncludeTests.class)
class UpstreamPathsTests {

    @ArchTest
    static final ArchRule TWO_CONNECTIONS_WRITE_FRAMES =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(
                            UpstreamFrames.class,
                            UpstreamConnection.class,
                            HearingConnection.class,
                            PublishingConnection.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(UpstreamFrames.class)
                    .because("frames for RabbitMQ are built in one place");

    @ArchTest
    static final ArchRule WHAT_IS_PUBLISHED_WAS_CHECKED =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(
                            UpstreamPublish.class,
                            UpstreamPublisher.class,
                            Probes.class,
                            ReportBacklog.class)
                    .should()
                    .callConstructor(UpstreamPublish.class, String.class, byte[].class, Map.class)
                    .orShould()
                    .callConstructor(
                            UpstreamPublish.class,
                            String.class,
                            byte[].class,
                            Map.class,
                            CompletableFuture.class)
                    .because(
                            "the publisher checks destination, headers and body; probes are fixed");

    @ArchTest
    static final ArchRule FOUR_PUBLISH =
            noClasses()
                    .that()
                    .areNotAssignableTo(Upstream.class)
                    .and()
                    .doNotBelongToAnyOf(
                            Publisher.class,
                            Feeds.class,
                            DeadLetters.class,
                            UpstreamServiceEvents.class)
                    .should()
                    .callMethod(Upstream.class, "publish", String.class, byte[].class, Map.class)
                    .because(
                            "features publish, what could not be used is told of, and so are services");

    @ArchTest
    void buildWhatTheyWriteAnew(JavaClasses all) {
        noClasses()
                .that()
                .haveNameMatching(".*\\.relay\\.(Upstream|Publish|Dead|Probe|Report).*")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(StompHeaderAccessor.class)
                .because("nothing of a client's frame is passed on")
                .check(all);
    }
}
