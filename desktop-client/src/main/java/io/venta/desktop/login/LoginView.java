package io.venta.desktop.login;

import static io.venta.desktop.fx.Texts.text;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card to sign in with. */
public final class LoginView extends StackPane {

    private final LoginViewModel model;
    private final ComboBox<String> user = new ComboBox<>();
    private final PasswordField password = new PasswordField();
    private final TextArea token = new TextArea();

    /** Shows {@code model}. */
    public LoginView(LoginViewModel model) {
        this.model = model;
        getStyleClass().add("login");
        Label title = new Label(text("app.name"));
        title.getStyleClass().add("login-title");
        Label subtitle = new Label(text("login.subtitle"));
        subtitle.getStyleClass().add("login-subtitle");
        Region logo = new Region();
        logo.getStyleClass().addAll("mark", "logo");
        HBox head = new HBox(new StackPane(logo), new VBox(title, subtitle));
        head.getStyleClass().add("login-head");

        TextField server = field(new TextField(), "server", model);
        server.textProperty().bindBidirectional(model.serverProperty());
        server.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                model.askServer();
                            }
                        });
        VBox card =
                new VBox(
                        head, serverField(server), account(), tokenField(), errorLine(), actions());
        card.getStyleClass().add("login-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        ScrollPane scroll = new ScrollPane(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.byTokenProperty().addListener((property, before, now) -> focusFirstEmpty());
        model.accounts().addListener((InvalidationListener) change -> focusPassword());
        model.errorProperty().addListener((property, before, now) -> focusFirstEmpty());
        model.askServer();
    }

    /** Puts the cursor where the user has to go on. */
    public void focusFirstEmpty() {
        if (model.byTokenProperty().get()) {
            token.requestFocus();
        } else {
            (model.userProperty().get().isBlank() ? user : password).requestFocus();
        }
    }

    /** The name was filled in under the cursor. */
    private void focusPassword() {
        if (user.isFocused() || user.getEditor().isFocused()) {
            focusFirstEmpty();
        }
    }

    private VBox serverField(TextField server) {
        Label hint = hint("login.first-time");
        hint.setId("login-first-time");
        VBox field = labelled("login.server", server);
        field.getChildren().add(shownIf(hint, model.firstTimeProperty()));
        return field;
    }

    private VBox account() {
        field(user, "user", model).setEditable(true);
        user.setItems(model.accounts());
        user.setMaxWidth(Double.MAX_VALUE);
        user.getEditor().textProperty().bindBidirectional(model.userProperty());
        user.setPromptText(text("login.user.prompt"));
        field(password, "password", model)
                .textProperty()
                .bindBidirectional(model.passwordProperty());
        Label hint = hint("login.password.hint");
        VBox secret = labelled("login.password", password);
        secret.getChildren().add(shownIf(hint, Bindings.isNotEmpty(model.accounts())));
        VBox fields = new VBox(labelled("login.user", user), secret);
        fields.getStyleClass().add("login-fields");
        return shownIf(fields, model.byTokenProperty().not());
    }

    private VBox tokenField() {
        field(token, "token", model).textProperty().bindBidirectional(model.tokenProperty());
        token.setWrapText(true);
        token.setPrefRowCount(5);
        Label hint = hint("login.token.hint");
        VBox fields = labelled("login.token", token);
        fields.getChildren().add(hint);
        return shownIf(fields, model.byTokenProperty());
    }

    private Label errorLine() {
        Label error = new Label();
        error.setId("login-error");
        error.getStyleClass().add("login-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        error.textProperty().bind(model.errorProperty());
        return shownIf(error, model.errorProperty().isNotEmpty());
    }

    private static Label hint(String key) {
        Label hint = new Label(text(key));
        hint.getStyleClass().add("login-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private HBox actions() {
        Hyperlink other = new Hyperlink();
        other.setId("login-other");
        other.textProperty()
                .bind(
                        model.byTokenProperty()
                                .map(t -> text(t ? "login.by-password" : "login.by-token")));
        other.setOnAction(event -> model.byTokenProperty().set(!model.byTokenProperty().get()));
        other.visibleProperty().bind(model.busyProperty().or(model.tokenOnlyProperty()).not());
        Button signIn = new Button();
        signIn.setId("sign-in");
        signIn.setDefaultButton(true);
        signIn.getStyleClass().add("accent");
        signIn.textProperty()
                .bind(model.busyProperty().map(b -> text(b ? "login.busy" : "login.sign-in")));
        signIn.disableProperty().bind(model.completeProperty().not());
        signIn.setOnAction(event -> model.signIn());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox actions = new HBox(other, gap, signIn);
        actions.getStyleClass().add("login-actions");
        return actions;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
        }
    }

    private static <T extends Control> T field(T field, String id, LoginViewModel model) {
        field.setId(id);
        field.disableProperty().bind(model.busyProperty());
        return field;
    }

    private static VBox labelled(String key, Control field) {
        Label label = new Label(text(key));
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("login-field");
        return box;
    }

    private static <T extends Node> T shownIf(T node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
