package io.venta.desktop.fx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's messages by a program that each system has for it: {@code notify-send}, {@code
 * osascript} or PowerShell. What is shown comes from the network, so it goes there as an argument
 * or in the environment, never as a part of a script. A program that hangs is ended.
 */
public final class CommandNotice implements SystemNotice {

    private static final System.Logger LOG = System.getLogger(CommandNotice.class.getName());
    private static final int LONGEST = 300;
    private static final long PATIENCE_SECONDS = 15;
    private static final String TITLE = "VENTA_TITLE";
    private static final String WORDS = "VENTA_WORDS";
    private static final String BALLOON =
            "Add-Type -AssemblyName System.Windows.Forms, System.Drawing;"
                    + "$i = New-Object System.Windows.Forms.NotifyIcon;"
                    + "$i.Icon = [System.Drawing.SystemIcons]::Information;"
                    + "$i.Visible = $true;"
                    + "$i.ShowBalloonTip(8000, $env:VENTA_TITLE, $env:VENTA_WORDS, 'Info');"
                    + "Start-Sleep 8; $i.Dispose()";

    private final Executor background;
    private final String system;
    private final Map<String, String> environment;

    /**
     * @param background where programs are started and waited for
     * @param system what the system is called
     * @param environment its {@code PATH} says where programs are
     */
    public CommandNotice(Executor background, String system, Map<String, String> environment) {
        this.background = background;
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
    }

    /** For the system that this runs on. */
    public static SystemNotice ofSystem(Executor background) {
        return new CommandNotice(background, System.getProperty("os.name", ""), System.getenv());
    }

    @Override
    public void show(String title, String words) {
        background.execute(() -> run(brief(title), brief(words)));
    }

    private void run(String title, String words) {
        List<String> command = command(title, words);
        Optional<Path> program = find(command.getFirst());
        if (program.isEmpty()) {
            LOG.log(System.Logger.Level.DEBUG, "No {0} here", command.getFirst());
            return;
        }
        command.set(0, program.get().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(TITLE, title);
        builder.environment().put(WORDS, words);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The system shows no message", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(String title, String words) {
        if (system.startsWith("windows")) {
            return new ArrayList<>(
                    List.of(
                            "powershell.exe",
                            "-NoProfile",
                            "-NonInteractive",
                            "-Command",
                            BALLOON));
        }
        if (system.startsWith("mac")) {
            String script = "display notification (item 2 of argv) with title (item 1 of argv)";
            return new ArrayList<>(
                    List.of(
                            "osascript",
                            "-e",
                            "on run argv",
                            "-e",
                            script,
                            "-e",
                            "end run",
                            title,
                            words));
        }
        return new ArrayList<>(
                List.of(
                        "notify-send",
                        "--app-name=" + Texts.text("app.name"),
                        "--",
                        title,
                        withoutMarkup(words)));
    }

    private Optional<Path> find(String program) {
        String path =
                environment.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> in(folder, program).stream())
                .findFirst();
    }

    private static Optional<Path> in(String folder, String program) {
        try {
            return Optional.of(Path.of(folder, program)).filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Optional.empty(); // A PATH may hold anything.
        }
    }

    /** No control characters, and not longer than a system shows. */
    private static String brief(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    /** The text of a message may have markup there. */
    private static String withoutMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
