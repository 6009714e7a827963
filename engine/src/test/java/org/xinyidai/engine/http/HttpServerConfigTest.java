package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpServerConfigTest {
  private final HttpServerConfig standard = HttpServerConfig.standard();

  @Test
  void the_server_listens_on_this_machine_alone_unless_told_otherwise() {
    assertEquals("127.0.0.1", standard.host());
    assertEquals(8080, standard.port());
  }

  @Test
  void the_bodies_taken_at_once_fit_into_a_small_machine() {
    long most = (long) standard.bodies().recordsBytes() * standard.maxConcurrentIngests();
    assertEquals(128L << 20, most);
  }

  @Test
  void ingests_leave_threads_for_everything_else() {
    assertTrue(standard.maxConcurrentIngests() < standard.workerThreads());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void a_port_that_does_not_exist_is_refused(int port) {
    assertThrows(IllegalArgumentException.class, () -> standard.withAddress("127.0.0.1", port));
  }
}
