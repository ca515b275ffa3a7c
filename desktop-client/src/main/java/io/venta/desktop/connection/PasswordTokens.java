package io.venta.desktop.connection;

import io.venta.model.session.LoginRequest;
import java.io.IOException;

/**
 * A fresh token for every attempt, by name and password. The password stays in memory for as long
 * as the user is signed in and nowhere else; so the connection outlives its token, and a server
 * that signs with a new secret after a restart.
 */
public final class PasswordTokens implements TokenSource {

    private final GatewayApi api;
    private final LoginRequest credentials;

    /** Signs in at the server behind {@code api}. */
    public PasswordTokens(GatewayApi api, LoginRequest credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    @Override
    public String token() throws IOException, RefusedException {
        return api.login(credentials).accessToken();
    }

    @Override
    public boolean renews() {
        return true;
    }
}
