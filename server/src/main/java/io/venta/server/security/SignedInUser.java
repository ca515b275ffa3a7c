package io.venta.server.security;

import java.util.Collection;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * A user by a verified token.
 *
 * <p>Spring's own is marked transient, so that no HTTP session keeps it; a browser's session is
 * made to keep one.
 */
final class SignedInUser extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

    private static final long serialVersionUID = 1L;

    private final String name;

    SignedInUser(Jwt token, String name, Collection<? extends GrantedAuthority> authorities) {
        super(token, token, token, authorities);
        this.name = name;
        setAuthenticated(true);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SignedInUser user && name.equals(user.name);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + name.hashCode();
    }
}
