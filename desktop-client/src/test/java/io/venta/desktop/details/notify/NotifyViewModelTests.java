package io.venta.desktop.details.notify;

import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.OutboundRequest;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.details.notify.Letter.Stage;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.notification.Priority;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyViewModelTests {

    private static final String PATH = "/api/notifications";

    private final RecordingConnection connection = new RecordingConnection();
    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);
    private NotifyViewModel model;

    @BeforeEach
    void select() {
        connection.become(new ConnectionState.Live(null));
        model = new NotifyViewModel(connection, Runnable::run, clock);
        vendors.hear(List.of(profile("v1", "Tacos", "Truck"), profile("v2", "Arepas", "Cart")));
        model.select(vendor("v1"));
    }

    @Test
    void sendsWhatIsWritten() {
        write(" Move on ", "The square closes at two.");
        letter().priorityProperty().set(Priority.HIGH);
        model.send();
        OutboundRequest posted = connection.posted().getFirst();
        assertThat(posted.path()).isEqualTo(PATH);
        assertThat(posted.description()).isEqualTo("Notification to Tacos");
        assertThat(posted.payload())
                .isEqualTo(
                        new NotificationRequest(
                                "message",
                                "Move on",
                                "The square closes at two.",
                                Priority.HIGH,
                                null,
                                null,
                                null,
                                null,
                                "v1"));
        assertThat(stage()).isEqualTo(Stage.SENT);
        assertThat(words()).isEqualTo("Sent at 12:00:00");
        assertThat(letter().titleProperty().get()).isEmpty();
        letter().titleProperty().set("Next");
        assertThat(words()).isEmpty();
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        CompletableFuture<Void> coming = answerLater();
        write("Move on", "Please");
        model.send();
        model.send();
        assertThat(stage()).isEqualTo(Stage.SENDING);
        assertThat(letter().readyProperty().get()).isFalse();
        coming.complete(null);
        model.send();
        assertThat(connection.posted()).hasSize(1);
    }

    @Test
    void sendsNothingThatIsBlankOrTooLong() {
        write("Move on", "  ");
        assertThat(letter().readyProperty().get()).isFalse();
        write("x".repeat(201), "Please");
        assertThat(letter().readyProperty().get()).isFalse();
        write("x".repeat(200), "y".repeat(4_001));
        assertThat(letter().readyProperty().get()).isFalse();
        model.send();
        assertThat(connection.posted()).isEmpty();
        write("x".repeat(200), "y".repeat(4_000));
        model.send();
        assertThat(connection.posted()).hasSize(1);
    }

    @Test
    void saysThatItWaitsForTheConnection() {
        connection.become(new ConnectionState.Connecting(null));
        CompletableFuture<Void> coming = answerLater();
        write("Move on", "Please");
        model.send();
        assertThat(stage()).isEqualTo(Stage.WAITING);
        assertThat(words()).contains("when the connection is back");
        connection.become(new ConnectionState.Live(null));
        assertThat(stage()).isEqualTo(Stage.SENDING);
        coming.complete(null);
        assertThat(stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void saysWhyItWasRefusedAndWhatToDo() {
        CompletableFuture<Void> coming = answerLater();
        write("Move on", "Please");
        model.send();
        coming.completeExceptionally(
                new RefusedException(ErrorCode.AUTHORIZATION_FAILED, "You may not send to these"));
        assertThat(stage()).isEqualTo(Stage.FAILED);
        assertThat(words()).contains("You may not send to these").contains("administrator");
        assertThat(letter().titleProperty().get()).isEqualTo("Move on");
    }

    @Test
    void sendsTheSameRequestAgainUnlessItReadsDifferently() {
        answer(new IOException("Timed out"));
        write("Move on", "Please");
        model.send();
        assertThat(words()).contains("arrives once");
        model.send();
        letter().messageProperty().set("Now");
        model.send();
        List<OutboundRequest> posted = connection.posted();
        assertThat(posted.get(1).id()).isEqualTo(posted.get(0).id());
        assertThat(posted.get(2).id()).isNotEqualTo(posted.get(0).id());
    }

    @Test
    void makesTheSameWordsAnewAfterTheyWereTaken() {
        write("Move on", "Please");
        model.send();
        write("Move on", "Please");
        model.send();
        assertThat(connection.posted()).extracting(OutboundRequest::id).doesNotHaveDuplicates();
        assertThat(connection.posted()).hasSize(2);
    }

    @Test
    void keepsWhatWasWrittenWhenItIsCancelled() {
        answer(new CancellationException());
        write("Move on", "Please");
        model.send();
        assertThat(words()).startsWith("Cancelled");
        assertThat(letter().readyProperty().get()).isTrue();
    }

    @Test
    void keepsEachVendorsLetterApart() {
        CompletableFuture<Void> coming = answerLater();
        write("Move on", "Please");
        model.send();
        model.openProperty().set(true);
        model.select(vendor("v2"));
        assertThat(model.openProperty().get()).isFalse();
        assertThat(letter().titleProperty().get()).isEmpty();
        assertThat(stage()).isEqualTo(Stage.WRITING);
        coming.completeExceptionally(new IOException("Timed out"));
        assertThat(stage()).isEqualTo(Stage.WRITING);
        model.select(vendor("v1"));
        assertThat(model.openProperty().get()).isTrue();
        assertThat(stage()).isEqualTo(Stage.FAILED);
        assertThat(letter().titleProperty().get()).isEqualTo("Move on");
        model.select(null);
        assertThat(model.letterProperty().get()).isNull();
    }

    private CompletableFuture<Void> answerLater() {
        CompletableFuture<Void> coming = new CompletableFuture<>();
        connection.answer(PATH, coming);
        return coming;
    }

    private void answer(Exception failure) {
        connection.answer(PATH, CompletableFuture.failedFuture(failure));
    }

    private void write(String title, String message) {
        letter().titleProperty().set(title);
        letter().messageProperty().set(message);
    }

    private Letter letter() {
        return Objects.requireNonNull(model.letterProperty().get());
    }

    private Stage stage() {
        return letter().stage();
    }

    private String words() {
        return letter().progressProperty().get().words();
    }

    private Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }
}
