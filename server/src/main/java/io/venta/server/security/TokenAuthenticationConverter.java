package io.venta.server.security;

import io.venta.model.Role;
import io.venta.model.UserKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** Makes a user of a verified token: the name and the roles that its claims say, no others. */
@Component
class TokenAuthenticationConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final TokenSettings settings;

    TokenAuthenticationConverter(TokenSettings settings) {
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var user = token.getClaimAsString(settings.userClaim());
        if (user == null) {
            throw new InvalidBearerTokenException("The token names no user");
        }
        try {
            return new SignedInUser(token, checked(user), authorities(token));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token's user cannot be named here", e);
        }
    }

    private static String checked(String user) {
        UserKey.of(user);
        return user;
    }

    private List<GrantedAuthority> authorities(Jwt token) {
        return roleNames(token).stream()
                .filter(name -> Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(name)))
                .<GrantedAuthority>map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .toList();
    }

    private Collection<String> roleNames(Jwt token) {
        Object claim = token.getClaims().get(settings.rolesClaim());
        if (claim == null) {
            claim = token.getClaims();
            for (var step : List.of(settings.rolesClaim().split("\\.", -1))) {
                claim = member(claim, step);
            }
        }
        return claim instanceof Collection<?> names
                ? names.stream().map(String::valueOf).collect(Collectors.toSet())
                : List.of();
    }

    private static @Nullable Object member(@Nullable Object claim, String name) {
        return claim instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
