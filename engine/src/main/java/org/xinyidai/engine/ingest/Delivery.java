package org.xinyidai.engine.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.record.Feed;

/**
 * A delivery (一次送达) and the batch it belongs to, known before its first record is read.
 *
 * @param source file or caller, as people know it
 * @param knownAt for a backfill, when its facts count as known; null means when they are written
 */
public record Delivery(
    Feed<?> feed,
    String source,
    String batchId,
    int attempt,
    String content,
    @Nullable Instant knownAt) {

  /**
   * A file: its feed and its bytes name it. The same file goes on with an interrupted batch, and
   * makes a new batch when the last was finished.
   *
   * @throws UnreadableFile when the file cannot be read
   */
  public static Delivery ofFile(Feed<?> feed, Path file, @Nullable Instant knownAt, Batches batches)
      throws UnreadableFile {
    String content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = ContentDigest.of(feed, bytes);
    } catch (IOException e) {
      throw new UnreadableFile(file + ": cannot be read; check the path and its rights", e);
    }
    String stem = "f-" + content.substring(0, ContentDigest.ID_LENGTH) + "-";
    Optional<Receipt> last =
        batches.startingWith(stem).stream()
            .max(Comparator.comparingInt(receipt -> receipt.batch().attempt()));
    int attempt =
        last.map(
                receipt ->
                    receipt.isFinished()
                        ? receipt.batch().attempt() + 1
                        : receipt.batch().attempt())
            .orElse(1);
    return new Delivery(
        feed, String.valueOf(file.getFileName()), stem + attempt, attempt, content, knownAt);
  }

  /**
   * Bytes that come once: the same again are the same batch, answered with its receipt.
   *
   * @param source file or office, as people know it
   */
  public static Delivery once(
      Feed<?> feed, String source, InputStream bytes, @Nullable Instant knownAt)
      throws IOException {
    String content = ContentDigest.of(feed, bytes);
    String id = "o-" + content.substring(0, ContentDigest.ID_LENGTH);
    return new Delivery(feed, source, id, 1, content, knownAt);
  }

  /**
   * A file from a drop folder: its feed, its sender and its bytes name it, so the same again, as
   * after a crash, is the same batch and answered with its receipt.
   *
   * @throws UnreadableFile when the file cannot be read
   */
  public static Delivery dropped(Feed<?> feed, String sender, Path file) throws UnreadableFile {
    String content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = ContentDigest.of(feed, bytes);
    } catch (IOException e) {
      throw new UnreadableFile(file + ": cannot be read; check the path and its rights", e);
    }
    String id = "d-" + ContentDigest.ofKey(feed, sender, content);
    return new Delivery(feed, sender, id, 1, content, null);
  }

  /**
   * A request: its feed, its caller and the caller's idempotency key name it, so the same key never
   * makes a second batch.
   *
   * @param body the whole body, to know a key that is used again for something else
   */
  public static Delivery ofRequest(
      Feed<?> feed, String caller, String idempotencyKey, byte[] body) {
    String id = "r-" + ContentDigest.ofKey(feed, caller, idempotencyKey);
    return new Delivery(feed, caller, id, 1, ContentDigest.of(feed, body), null);
  }

  Batch begin(Instant receivedAt) {
    return new Batch(batchId, feed.id(), source, attempt, content, receivedAt, knownAt);
  }
}
