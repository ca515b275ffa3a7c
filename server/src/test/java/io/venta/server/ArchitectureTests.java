package io.venta.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

@AnalyzeClasses(packages = "io.venta.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] FEATURES = {
        "..server.location..",
        "..server.vendor..",
        "..server.notification..",
        "..server.presence..",
        "..server.room..",
        "..server.demo..",
        "..server.page.."
    };

    @ArchTest
    static final ArchRule FEATURES_NAME_NEITHER_RELAY_NOR_SECURITY =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..server.relay..", "..server.security..")
                    .because("features send through Spring's messaging and take a Principal");

    @ArchTest
    static final ArchRule SHARED_PACKAGES_KNOW_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAnyPackage("..server.topic..", "..server.error..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("io.venta.server..").and(notShared()))
                    .because("the way back from what all share is an event or an interface");

    @ArchTest
    static final ArchRule RELAY_KNOWS_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("..server.relay..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..server.location..", "..server.notification..", "..server.ops..")
                    .because("a family of topics is added by a policy, without touching the relay");

    @ArchTest
    static final ArchRule SECURITY_KNOWS_ONLY_WHO_MAY_WATCH_WHOM =
            noClasses()
                    .that()
                    .resideInAPackage("..server.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..server.location..", "..server.notification..", "..server.relay..")
                    .because("the policy reads roles and destinations, not messages");

    @ArchTest
    static final ArchRule VENDORS_KNOW_NO_OTHER_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("..server.vendor..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..server.location..", "..server.notification..", "..server.session..")
                    .because("locations look vendors up, and nothing points back");

    @ArchTest
    void hasNoCycles(JavaClasses all) {
        slices().matching("io.venta.server.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what cannot be taken apart cannot be understood apart")
                .check(all);
    }

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_REDIS_CLASSES =
            noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("Redis")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
                    .because("every store has an implementation that does without Redis");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(VentaServer.class)
                    .and(not(are(programsOfTheirOwn())))
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .because("tests move the clock");

    @ArchTest
    static final ArchRule SETTINGS_ARE_RECORDS_OF_THEIR_PACKAGE =
            classes()
                    .that()
                    .areAnnotatedWith(ConfigurationProperties.class)
                    .should()
                    .beRecords()
                    .andShould()
                    .notBePublic()
                    .andShould()
                    .haveSimpleNameEndingWith("Settings")
                    .because("a feature owns its settings, and nobody changes them");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_NOT_PUBLIC =
            classes()
                    .that()
                    .haveNameMatching(".*(Controller|Configuration|Advice|Interceptor|Filter)")
                    .should()
                    .notBePublic()
                    .because("Spring finds them; nobody else needs to");

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_MODULE =
            classes()
                    .that()
                    .arePublic()
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .doNotHaveSimpleName("VentaServer")
                    .and(not(are(programsOfTheirOwn())))
                    .should(beUsedFromAnotherPackage())
                    .because("what only its own package needs is nobody else's business");

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_INJECTED =
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                    .because("such names say nothing");

    private static DescribedPredicate<JavaClass> notShared() {
        return DescribedPredicate.describe(
                "are not shared",
                type ->
                        !type.getPackageName().startsWith("io.venta.server.topic")
                                && !type.getPackageName().startsWith("io.venta.server.error"));
    }

    /** Programs beside the gateway have a main method and no Spring to hand them a clock. */
    private static DescribedPredicate<JavaClass> programsOfTheirOwn() {
        return DescribedPredicate.describe(
                "programs of their own",
                type -> type.getPackageName().startsWith("io.venta.server.replay"));
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var used =
                        type.getDirectDependenciesToSelf().stream()
                                .anyMatch(
                                        dependency ->
                                                !dependency
                                                        .getOriginClass()
                                                        .getPackageName()
                                                        .equals(type.getPackageName()));
                events.add(
                        new SimpleConditionEvent(
                                type, used, type.getName() + " is used by its own package alone"));
            }
        };
    }
}
