package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.engine.store.StoreException.Category;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupWriterTest {
  private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");
  private static final byte[] KEY = "key".getBytes(UTF_8);

  private final FakeDisk disk = new FakeDisk();
  private final StoreOptions options = StoreOptions.small();
  private final KnowledgeClock clock = new KnowledgeClock(InstantSource.fixed(START));
  private final GroupWriter writer = new GroupWriter(disk, options, clock);

  @BeforeEach
  void start() {
    writer.start();
  }

  @AfterEach
  void stop() {
    disk.mayFinish.release(1_000_000);
    writer.close();
  }

  @Test
  void nothing_is_acknowledged_before_its_write_is_on_the_disk() {
    CompletableFuture<String> answer = writer.submit(Act.PLATFORM, put("a"));

    disk.writeStarted.acquireUninterruptibly();
    assertFalse(answer.isDone());

    disk.mayFinish.release();
    assertEquals("a", answer.join());
    assertArrayEquals("a".getBytes(UTF_8), disk.find(Family.META, KEY).orElseThrow());
  }

  @Test
  void commands_that_wait_share_one_write_and_see_each_other() {
    CompletableFuture<String> first = writer.submit(Act.PLATFORM, put("a"));
    disk.writeStarted.acquireUninterruptibly();
    CompletableFuture<String> second = writer.submit(Act.PLATFORM, append("b"));
    CompletableFuture<String> third = writer.submit(Act.PLATFORM, append("c"));

    disk.mayFinish.release(2);

    assertEquals("a", first.join());
    assertEquals("ab", second.join());
    assertEquals("abc", third.join());
    assertEquals(1, disk.writeStarted.availablePermits(), "writes after the first");
  }

  @Test
  void a_failed_write_fails_every_command_of_its_group_and_changes_nothing() {
    CompletableFuture<String> first = writer.submit(Act.PLATFORM, put("a"));
    disk.writeStarted.acquireUninterruptibly();
    List<CompletableFuture<String>> group =
        List.of(writer.submit(Act.PLATFORM, append("b")), writer.submit(Act.PLATFORM, append("c")));
    disk.mayFinish.release();
    first.join();
    disk.writeStarted.acquireUninterruptibly();
    disk.fill();
    disk.mayFinish.release();

    for (CompletableFuture<String> answer : group) {
      assertEquals(Category.EXHAUSTED, failure(answer).category());
    }
    assertArrayEquals("a".getBytes(UTF_8), disk.find(Family.META, KEY).orElseThrow());

    disk.free();
    disk.mayFinish.release();
    assertEquals("ad", writer.submit(Act.PLATFORM, append("d")).join());
  }

  @Test
  void a_command_that_throws_drops_its_own_puts_and_nobody_elses() {
    CompletableFuture<String> first = writer.submit(Act.PLATFORM, put("a"));
    disk.writeStarted.acquireUninterruptibly();
    CompletableFuture<String> bad =
        writer.submit(
            Act.PLATFORM,
            changes -> {
              changes.put(Family.META, KEY, "lost".getBytes(UTF_8));
              throw new IllegalStateException("as the test asked");
            });
    CompletableFuture<String> good = writer.submit(Act.PLATFORM, append("b"));
    disk.mayFinish.release(2);

    assertEquals("a", first.join());
    assertInstanceOf(
        IllegalStateException.class, assertThrows(CompletionException.class, bad::join).getCause());
    assertEquals("ab", good.join());
  }

  @Test
  void a_caller_is_told_at_once_when_too_many_changes_wait() {
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    waiting.add(writer.submit(Act.PLATFORM, put("a")));
    disk.writeStarted.acquireUninterruptibly();
    for (int i = 0; i < options.queueCommands(); i++) {
      waiting.add(writer.submit(Act.PLATFORM, append("b")));
    }

    CompletableFuture<String> refused = writer.submit(Act.PLATFORM, append("c"));

    assertTrue(refused.isCompletedExceptionally());
    assertEquals(Category.EXHAUSTED, failure(refused).category());
    disk.mayFinish.release(1_000);
    waiting.forEach(CompletableFuture::join);
  }

  @Test
  void closing_finishes_what_waits_and_refuses_what_comes_later() {
    disk.mayFinish.release(1_000);
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(writer.submit(Act.PLATFORM, put("a")));
    }

    writer.close();

    waiting.forEach(answer -> assertTrue(answer.isDone() && !answer.isCompletedExceptionally()));
    assertEquals(Category.INTERNAL, failure(writer.submit(Act.PLATFORM, put("b"))).category());
  }

  @Test
  void a_deletion_hides_what_the_disk_holds() {
    disk.mayFinish.release(1_000);
    writer.submit(Act.PLATFORM, put("a")).join();

    writer
        .submit(
            Act.PLATFORM,
            changes -> {
              changes.delete(Family.META, KEY);
              assertTrue(changes.get(Family.META, KEY).isEmpty());
              return true;
            })
        .join();

    assertTrue(disk.find(Family.META, KEY).isEmpty());
  }

  @Test
  void a_later_group_has_a_greater_sequence() {
    disk.mayFinish.release(1_000);
    long before =
        writer
            .submit(
                Act.PLATFORM,
                changes -> {
                  changes.put(Family.META, KEY, KEY);
                  return changes.sequence();
                })
            .join();

    assertTrue(writer.submit(Act.PLATFORM, Changes::sequence).join() > before);
  }

  @Test
  void what_is_read_as_known_now_is_never_added_to_later() {
    Instant before = clock.readable();
    CompletableFuture<Instant> group = writer.submit(Act.PLATFORM, this::putAndTellInstant);
    disk.writeStarted.acquireUninterruptibly();
    Instant during = clock.readable();
    disk.mayFinish.release();
    Instant known = group.join();
    CompletableFuture<Instant> nextGroup = writer.submit(Act.PLATFORM, this::putAndTellInstant);
    disk.mayFinish.release();

    assertTrue(known.isAfter(before), "a group is known after every reader before it");
    assertTrue(known.isAfter(during), "a group that is not on the disk is not readable");
    assertTrue(nextGroup.join().isAfter(known), "even where the clock stands still");
  }

  private Instant putAndTellInstant(Changes changes) {
    changes.put(Family.META, KEY, KEY);
    return changes.instant();
  }

  private static Command<String> put(String text) {
    return changes -> {
      changes.put(Family.META, KEY, text.getBytes(UTF_8));
      return text;
    };
  }

  private static Command<String> append(String text) {
    return changes -> {
      byte[] old = changes.get(Family.META, KEY).orElseThrow();
      String all = new String(old, UTF_8) + text;
      changes.put(Family.META, KEY, all.getBytes(UTF_8));
      return all;
    };
  }

  private static StoreException failure(CompletableFuture<String> answer) {
    Throwable cause = assertThrows(CompletionException.class, answer::join).getCause();
    return assertInstanceOf(StoreException.class, cause);
  }
}
