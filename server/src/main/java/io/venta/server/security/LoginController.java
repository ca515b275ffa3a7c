package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.model.session.LoginReply;
import io.venta.model.session.LoginRequest;
import io.venta.server.error.RejectedMessageException;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signs demo accounts in; in production tokens come from elsewhere. */
@RestController
@Profile("embedded")
class LoginController {

    private final DemoAccounts accounts;

    LoginController(DemoAccounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/api/auth/login")
    LoginReply login(@RequestBody LoginRequest request) {
        return accounts.login(request.username(), request.password())
                .orElseThrow(
                        () ->
                                new RejectedMessageException(
                                        ErrorCode.AUTHENTICATION_FAILED,
                                        "No demo account has this name and password"));
    }
}
