package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of {@code POST /api/auth/login}.
 *
 * @param username a demo account's name
 * @param password its password
 */
public record LoginRequest(
        @JsonProperty(required = true) String username,
        @JsonProperty(required = true) String password) {

    /** Checks that both are there. */
    public LoginRequest {
        if (username == null || password == null) {
            throw new IllegalArgumentException("username and password are required");
        }
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "LoginRequest[username=" + username + "]";
    }
}
