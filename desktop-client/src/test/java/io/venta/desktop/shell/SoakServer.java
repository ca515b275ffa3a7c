package io.venta.desktop.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link SoakBackend} from outside. It ends with this JVM. One thread only. */
final class SoakServer implements AutoCloseable {

    /** What it can be told. */
    enum Command {
        /** Loses all that is sent from now on; nobody is told. */
        CUT,
        /** Whoever connects anew gets through. */
        MEND,
        /** Lets nothing through for now; nothing is lost. */
        HOLD,
        /** Lets through what waits. */
        RELEASE,
        /** Asks for {@link Figures}. */
        MEASURE
    }

    /**
     * What the server needs.
     *
     * @param heap after a full collection, in MB
     * @param resident memory, in MB
     */
    record Figures(double heap, double resident, int threads, int sessions) {}

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final String url;
    private final String password;

    private SoakServer(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.url = read();
        this.password = read();
    }

    /** Starts it and waits until it can be signed in to. */
    static SoakServer start(@Nullable Path recording, double speed, Path folder)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dventa.server.jar=" + System.getProperty("venta.server.jar"),
                                SoakBackend.class.getName(),
                                Double.toString(speed),
                                folder.toString()));
        if (recording != null) {
            command.add(recording.toString());
        }
        return new SoakServer(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The program that this JVM is. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where the desktop finds it. */
    String url() {
        return url;
    }

    /** Of all demo accounts. */
    String password() {
        return password;
    }

    /** Tells it something and waits until that is done. */
    void tell(Command command) {
        ask(command);
    }

    /** How it does; fails where something of it has ended. */
    Figures measure() {
        String answer = ask(Command.MEASURE);
        String[] words = answer.split(" ", -1);
        if (!answer.matches("[\\d. ]+")) {
            throw new IllegalStateException(answer);
        }
        return new Figures(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]));
    }

    private String ask(Command command) {
        try {
            commands.println(command);
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The server has ended; what it said stands above");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
