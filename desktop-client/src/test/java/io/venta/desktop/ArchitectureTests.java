package io.venta.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.venta.desktop.fx.FxExecutor;
import javafx.application.Platform;

@AnalyzeClasses(packages = "io.venta.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    final ArchRule connectionKnowsNoScreen =
            noClasses()
                    .that()
                    .resideInAPackage("..connection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "io.venta.desktop.(fx|shell|vendor)..")
                    .because("it is tested, and could run, without a screen");

    @ArchTest
    final ArchRule viewModelsKnowNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Platform.class)
                    .because("a view model is tested without a toolkit");

    @ArchTest
    final ArchRule vendorsKnowNoNodes =
            noClasses()
                    .that()
                    .resideInAnyPackage("..vendor..", "..map.projection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                    .because("what is known of a vendor does not depend on how it is shown");

    @ArchTest
    final ArchRule oneWayToTheFxThread =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(FxExecutor.class)
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class)
                    .because("a test replaces the executor, not the toolkit");

    @ArchTest
    final ArchRule featuresAreStrangers =
            slices().matching(
                            "io.venta.desktop.(map|fleet|details|login|notification|presence|alert)..")
                    .should()
                    .notDependOnEachOther()
                    .because("only the shell joins them, so each can change or go alone");

    @ArchTest
    final ArchRule nobodyBelowNamesTheShell =
            classes()
                    .that()
                    .resideInAPackage("io.venta.desktop.shell..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage("io.venta.desktop.shell..", "io.venta.desktop")
                    .because("the direction is shell, features, vendor, then fx and connection");

    @ArchTest
    final ArchRule foundationsNameNoFeature =
            noClasses()
                    .that()
                    .resideInAnyPackage("..desktop.fx..", "..connection..", "..desktop.vendor..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..desktop.map..",
                            "..desktop.fleet..",
                            "..desktop.details..",
                            "..desktop.login..",
                            "..desktop.notification..",
                            "..desktop.presence..",
                            "..desktop.alert..")
                    .because("the direction is shell, features, vendor, then fx and connection");

    @ArchTest
    final ArchRule noCycles =
            slices().matching("io.venta.desktop.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a package that is part of a cycle cannot be understood alone");
}
