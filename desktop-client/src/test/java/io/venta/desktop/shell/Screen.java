package io.venta.desktop.shell;

import java.time.Duration;
import java.util.List;

/**
 * One thing to photograph.
 *
 * @param name begins the picture's file name
 * @param steps bring it about; each is taken when the one before has come to rest
 */
record Screen(String name, List<Step> steps) {

    /** Something that happens on the stage. */
    @FunctionalInterface
    interface Step {

        /** Does it. */
        void on(Staging stage);
    }

    private static final int FORTY = 40;
    private static final int WHOLE = StagedFleet.SIZE;

    /** All there are, in the order of a visit. To add one, name it and say what happens. */
    static final List<Screen> ALL =
            List.of(
                    of("sign-in", Staging::signIn),
                    of("sign-in-refused", Staging::refused),
                    of("sign-in-by-token", stage -> stage.signIn().byTokenProperty().set(true)),
                    of("loading", Staging::open),
                    of("no-vendors", Staging::noFleet),
                    of("fleet-40", stage -> stage.fleet(FORTY), Staging::people),
                    of("fleet-1548-city", stage -> stage.fleet(WHOLE), stage -> stage.zoom(12.6)),
                    of("fleet-1548-country", stage -> stage.fleet(WHOLE), stage -> stage.zoom(6.5)),
                    of(
                            "selected",
                            stage -> stage.fleet(WHOLE),
                            Staging::people,
                            stage -> stage.select(StagedFleet.SIZE / 2),
                            stage -> stage.model().map().centreSelected()),
                    of(
                            "long-name",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.select(0)),
                    of(
                            "no-results",
                            stage -> stage.fleet(FORTY),
                            stage -> stage.model().fleet().queryProperty().set("zeppelin")),
                    of(
                            "reconnecting",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.lost(Duration.ofSeconds(12))),
                    of(
                            "offline",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.select(0),
                            stage -> stage.lost(Duration.ofMinutes(10))),
                    of("signed-out", stage -> stage.fleet(FORTY), Staging::ended),
                    of(
                            "roster-vendors",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.press("p")),
                    of(
                            "roster-users",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.press("p"),
                            stage -> stage.click("#roster-user")),
                    of("roster-empty", stage -> stage.fleet(FORTY), stage -> stage.press("p")),
                    of("toasts", stage -> stage.fleet(FORTY), Staging::news),
                    of(
                            "notifications",
                            stage -> stage.fleet(FORTY),
                            Staging::news,
                            stage -> stage.press("n")),
                    of(
                            "notifications-empty",
                            stage -> stage.fleet(FORTY),
                            stage -> stage.press("n")),
                    of("welcome", stage -> stage.fleet(FORTY), Staging::welcome),
                    of(
                            "table",
                            stage -> stage.fleet(WHOLE),
                            Staging::people,
                            stage -> stage.press("t")),
                    of(
                            "scrubbed",
                            stage -> stage.fleet(WHOLE),
                            Staging::people,
                            stage -> stage.select(StagedFleet.SIZE / 2),
                            stage -> stage.model().map().centreSelected(),
                            Staging::scrub),
                    of("alerts-empty", stage -> stage.fleet(FORTY), stage -> stage.press("a")),
                    of(
                            "alerts",
                            stage -> stage.fleet(FORTY),
                            Staging::alerts,
                            stage -> stage.press("a")),
                    of(
                            "alert-log",
                            stage -> stage.fleet(FORTY),
                            Staging::alerts,
                            stage -> stage.press("a"),
                            stage -> stage.click("#acknowledge-all"),
                            stage -> stage.click("#alert-part-log")),
                    of(
                            "alert-rules",
                            stage -> stage.fleet(FORTY),
                            Staging::rules,
                            stage -> stage.press("a"),
                            stage -> stage.click("#alert-part-rules")),
                    of(
                            "alert-rule-new",
                            stage -> stage.fleet(FORTY),
                            Staging::rules,
                            stage -> stage.press("a"),
                            stage -> stage.click("#alert-part-rules"),
                            stage -> stage.click("#rule-new")),
                    of(
                            "notify",
                            stage -> stage.fleet(FORTY),
                            Staging::people,
                            stage -> stage.select(0),
                            stage -> stage.click("#details-notify")),
                    of(
                            "last-fixes",
                            stage -> stage.fleet(WHOLE),
                            Staging::people,
                            stage -> stage.select(StagedFleet.SIZE / 2),
                            Staging::fixes),
                    of("fault", stage -> stage.fleet(FORTY), Staging::fault),
                    of(
                            "sign-in-ends",
                            stage -> stage.fleet(FORTY),
                            Staging::ending,
                            stage -> stage.click("#sign-in-ends")),
                    of(
                            "quality",
                            stage -> stage.fleet(FORTY),
                            stage -> stage.click("#connection-state")),
                    of(
                            "waiting",
                            stage -> stage.fleet(FORTY),
                            stage -> stage.lost(Duration.ofSeconds(12)),
                            Staging::waiting,
                            stage -> stage.click("#outbound")),
                    of("go-to", stage -> stage.fleet(FORTY), stage -> stage.press("g")),
                    of("help", stage -> stage.fleet(FORTY), stage -> stage.press("?")));

    private static Screen of(String name, Step... steps) {
        return new Screen(name, List.of(steps));
    }
}
