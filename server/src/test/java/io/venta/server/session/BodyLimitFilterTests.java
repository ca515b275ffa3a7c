package io.venta.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class BodyLimitFilterTests {

    private final BodyLimitFilter filter =
            new BodyLimitFilter(DataSize.ofBytes(10), JsonMapper.shared());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void letsABodyPassThatIsNotTooLarge() throws Exception {
        request.setContent("x".repeat(10).getBytes(UTF_8));

        assertThat(passed()).isSameAs(request);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        request.setContent("x".repeat(11).getBytes(UTF_8));

        assertThat(passed()).isNull();
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(response.getContentAsString())
                .contains("\"MESSAGE_TOO_LARGE\"", "at most 10 bytes");
    }

    @Test
    void readsSoMuchOfABodyInPieces() throws Exception {
        assertThat(inPieces("x".repeat(10)).getInputStream().readAllBytes()).hasSize(10);
        assertThat(inPieces("x".repeat(10)).getReader().readLine()).hasSize(10);
        assertThat(inPieces("xy").getInputStream().read()).isEqualTo('x');
    }

    @Test
    void readsNoMoreOfABodyInPieces() throws Exception {
        var all = inPieces("x".repeat(11)).getInputStream();
        assertTooLarge(all::readAllBytes);

        var byByte = inPieces("x".repeat(11)).getInputStream();
        assertTooLarge(
                () -> {
                    for (int i = 0; i < 11; i++) {
                        byByte.read();
                    }
                });

        assertTooLarge(inPieces("x".repeat(11)).getReader()::readLine);
    }

    private ServletRequest inPieces(String body) throws Exception {
        var pieces = new MockHttpServletRequest();
        pieces.addHeader("Transfer-Encoding", "chunked");
        pieces.setContent(body.getBytes(UTF_8));
        var chain = new MockFilterChain();
        filter.doFilter(
                new HttpServletRequestWrapper(pieces) {
                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                },
                response,
                chain);
        return Objects.requireNonNull(chain.getRequest());
    }

    private @Nullable ServletRequest passed() throws Exception {
        var chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        return chain.getRequest();
    }

    private static void assertTooLarge(Reading reading) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(reading::read)
                .returns(ErrorCode.MESSAGE_TOO_LARGE, RejectedMessageException::code);
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }
}
