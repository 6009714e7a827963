package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.http.tls.Transport;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpServerConfigTest {
  private final HttpServerConfig standard = HttpServerConfig.standard();

  @Test
  void the_server_listens_on_this_machine_alone_unless_told_otherwise() {
    assertEquals("127.0.0.1", standard.address().host());
    assertEquals(8080, standard.address().port());
  }

  @Test
  void the_bodies_taken_at_once_fit_into_a_small_machine() {
    long most = (long) standard.bodies().recordsBytes() * standard.bounds().concurrentIngests();
    assertEquals(128L << 20, most);
  }

  @Test
  void ingests_leave_threads_for_everything_else() {
    assertTrue(standard.bounds().concurrentIngests() < standard.bounds().workerThreads());
  }

  @Test
  void what_others_reach_is_never_in_the_clear_unless_a_proxy_speaks_tls_with_them() {
    assertThrows(IllegalArgumentException.class, () -> standard.withAddress("0.0.0.0", 0));
    assertThrows(IllegalArgumentException.class, () -> standard.withAddress("192.0.2.1", 0));
    assertEquals("::1", standard.withAddress("::1", 0).address().host());
    Address proxied = new Address("0.0.0.0", 0, new Transport.BehindProxy());
    assertEquals("https", standard.with(proxied).address().transport().scheme());
    assertEquals("http", standard.address().transport().scheme());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void a_port_that_does_not_exist_is_refused(int port) {
    assertThrows(IllegalArgumentException.class, () -> standard.withAddress("127.0.0.1", port));
  }
}
