package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of the tests' own, of what is installed, on a free port of the loopback
 * interface. It keeps its data while it is stopped, and ends with the JVM at the latest.
 */
public final class PostgresNode implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final String USER = "venta";
    private static @Nullable PostgresNode shared;

    private final Path programs = programs();
    private final Path folder = ScratchFolder.create("venta-postgres-");
    private final Path data = folder.resolve("data");
    private final int port = FreePorts.next();
    private final boolean isRoot = System.getProperty("user.name").equals("root");
    private final Set<String> databases = new HashSet<>();
    private @Nullable ChildProcess server;

    private PostgresNode() {
        if (isRoot) {
            // It refuses to run as root.
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(
                as(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--no-sync"));
        startServer();
    }

    /** Starts one. */
    public static PostgresNode start() {
        return new PostgresNode();
    }

    /** One for all tests that leave it running; it ends with the tests. */
    public static synchronized PostgresNode shared() {
        if (shared == null) {
            shared = new PostgresNode();
        }
        return shared;
    }

    /** Value of {@code DATABASE_URL} for a database of its own, which is made when first named. */
    public synchronized String url(String database) {
        if (databases.add(database)) {
            try (var connection = connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException("No database " + database, e);
            }
        }
        return "postgresql://" + USER + ":none@127.0.0.1:" + port + '/' + database;
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** A connection to a database that was named before. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + '/' + database, USER, "none");
    }

    /** Ends it in good order; connections are closed. */
    public void stop() {
        if (server != null) {
            run(
                    as(
                            programs.resolve("pg_ctl").toString(),
                            "stop",
                            "--pgdata=" + data,
                            "--mode=fast"));
            server.stop(START);
            server = null;
        }
    }

    /** Ends it as a crash would. */
    public void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    /** Starts it again with what it had, on the same port, after ending it where it still runs. */
    public void restart() {
        stop();
        startServer();
    }

    @Override
    public void close() {
        stop();
        ScratchFolder.delete(folder);
    }

    private void startServer() {
        var command =
                as(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-k",
                        data.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "shared_buffers=32MB",
                        "-c",
                        "fsync=off");
        var log = folder.resolve("server.log");
        var started = ChildProcess.start(command, Map.of(), log, "rm -rf '" + folder + "'");
        server = started;
        Awaitility.await("PostgreSQL")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            if (!started.isAlive()) {
                                throw new IllegalStateException(started.logTail());
                            }
                            return answers();
                        });
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A command under a user that PostgreSQL runs as; the process is the command's own. */
    private List<String> as(String... command) {
        var whole = new ArrayList<String>();
        if (isRoot) {
            whole.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private void run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .start();
            var output =
                    new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command + " runs", e);
        }
    }

    /** The newest that is installed. */
    private static Path programs() {
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).map(Path::of);
        return Stream.concat(debian(), path)
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "These tests need PostgreSQL: install postgresql (bin/test"
                                                + " does, where it may)"));
    }

    private static Stream<Path> debian() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException notDebian) {
            return Stream.of();
        }
    }
}
