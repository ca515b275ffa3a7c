package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** That the sign-in ends, and two ways to go on: a newer token, or signing in again. */
final class SignInCard extends VBox {

    SignInCard(ConnectionViewModel model, Runnable signIn) {
        setId("sign-in-card");
        getStyleClass().add("sign-in-card");
        Label title = new Label();
        title.getStyleClass().add("panel-title");
        title.textProperty().bind(model.endingProperty());
        Label hint = new Label(text("sign-in.hint"));
        hint.getStyleClass().add("quiet-hint");
        hint.setWrapText(true);
        PasswordField token = new PasswordField();
        token.setId("newer-token");
        token.setPromptText(text("login.token"));
        token.setAccessibleText(text("login.token"));
        token.textProperty().bindBidirectional(model.tokenProperty());
        token.setOnAction(event -> model.renew());
        Label refusal = new Label();
        refusal.setId("newer-token-refused");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("login-error");
        refusal.textProperty().bind(model.refusalProperty());
        refusal.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        Button renew = new Button(text("sign-in.renew"));
        renew.setId("renew");
        renew.getStyleClass().add("accent");
        renew.disableProperty()
                .bind(Bindings.or(model.tokenProperty().isEmpty(), model.renewingProperty()));
        renew.setOnAction(event -> model.renew());
        Hyperlink again = new Hyperlink(text("connection.sign-in-again"));
        again.setOnAction(event -> signIn.run());
        HBox foot = new HBox(renew, again);
        foot.getStyleClass().add("sign-in-foot");
        getChildren().addAll(title, hint, token, refusal, foot);
        visibleProperty().subscribe(is -> focus(is, token));
    }

    private static void focus(boolean is, PasswordField token) {
        if (is) {
            token.requestFocus();
        }
    }
}
