package org.xinyidai.engine.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilePipeTest {
  private static final byte[] FILE = new byte[3_000_000];

  static {
    new Random(1).nextBytes(FILE);
  }

  @Test
  void what_is_written_is_read_though_it_is_larger_than_the_pipe() throws Exception {
    FilePipe pipe = new FilePipe();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (InputStream in = pipe.in()) {
      Future<Integer> written = writer.submit(() -> write(pipe, 1_000));
      assertArrayEquals(FILE, in.readAllBytes());
      assertEquals(-1, in.read());
      assertEquals(FILE.length, written.get());
    } finally {
      writer.shutdownNow();
    }
  }

  @Test
  void a_writer_whose_reader_went_away_comes_to_its_end() throws Exception {
    FilePipe pipe = new FilePipe();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> written = writer.submit(() -> write(pipe, 1_000));
      InputStream in = pipe.in();
      assertEquals(FILE[0] & 0xFF, in.read());
      in.close();
      assertEquals(FILE.length, written.get());
    } finally {
      writer.shutdownNow();
    }
  }

  private static int write(FilePipe pipe, int chunk) throws Exception {
    try (OutputStream out = pipe.out()) {
      for (int at = 0; at < FILE.length; at += chunk) {
        out.write(FILE, at, Math.min(chunk, FILE.length - at));
      }
    }
    return FILE.length;
  }
}
