package org.xinyidai.engine.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/** The notices of all organisations (通知库), the newest first, each with its mark of being read. */
public final class Notices {
  private static final int OWNER_BYTES = 16;
  private static final int ID_BYTES = Long.BYTES + 16;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{" + 2 * ID_BYTES + "}");
  private static final byte UNREAD = 0;
  private static final byte READ = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Store store;
  private final Bell bell = new Bell();

  public Notices(Store store) {
    this.store = store;
  }

  /** Rings for those whom this box is told of. */
  Bell bell() {
    return bell;
  }

  /** A notice in its organisation's box. */
  public record Held(String id, Notice notice, boolean read) {}

  /** Tells an organisation, as a part of a larger change; what was told already stays as it is. */
  public void put(Changes changes, Notice notice) {
    byte[] key = key(notice);
    if (changes.get(Family.NOTICES, key).isEmpty()) {
      changes.put(Family.NOTICES, key, value(UNREAD, json(notice)));
      changes.afterwards(() -> bell.ring(notice.organisation()));
    }
  }

  /**
   * A page of an organisation's notices, the newest first.
   *
   * @param after id of the last of the page before, empty for the first page
   */
  public List<Held> page(String organisation, String after, int limit) {
    byte[] owner = owner(organisation);
    byte[] from = isId(after) ? KeyParts.join(owner, HexFormat.of().parseHex(after)) : owner;
    return store.read(
        view -> {
          List<Held> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.NOTICES, owner, from)) {
            while (page.size() < limit && cursor.next()) {
              Held held = held(cursor.key(), cursor.value());
              if (!held.id().equals(after)) {
                page.add(held);
              }
            }
          }
          return page;
        });
  }

  /**
   * What an organisation was told after a notice, the oldest first.
   *
   * @param last id of that notice, which need not be in this box; empty for the whole box
   */
  List<Held> since(String organisation, String last, int limit) {
    byte[] owner = owner(organisation);
    byte[] end = isId(last) ? KeyParts.join(owner, HexFormat.of().parseHex(last)) : new byte[0];
    return store.read(
        view -> {
          Deque<byte[][]> oldest = new ArrayDeque<>();
          try (Cursor cursor = view.scan(Family.NOTICES, owner)) {
            while (cursor.next() && !reaches(cursor.key(), end)) {
              oldest.addFirst(new byte[][] {cursor.key(), cursor.value()});
              if (oldest.size() > limit) {
                oldest.removeLast();
              }
            }
          }
          return oldest.stream().map(one -> held(one[0], one[1])).toList();
        });
  }

  private static boolean reaches(byte[] key, byte[] end) {
    return end.length > 0 && Arrays.compareUnsigned(key, end) >= 0;
  }

  /** How many the organisation has not read. */
  public long unread(String organisation) {
    return store.read(
        view -> {
          long unread = 0;
          try (Cursor cursor = view.scan(Family.NOTICES, owner(organisation))) {
            while (cursor.next()) {
              unread += cursor.value()[0] == UNREAD ? 1 : 0;
            }
          }
          return unread;
        });
  }

  /** Marks a notice as read. False when the organisation has none of that id. */
  public boolean markRead(String organisation, String id) {
    if (!isId(id)) {
      return false;
    }
    byte[] key = KeyParts.join(owner(organisation), HexFormat.of().parseHex(id));
    return store.execute(
        changes -> {
          byte[] held = changes.get(Family.NOTICES, key).orElse(new byte[0]);
          if (held.length > 0) {
            changes.put(Family.NOTICES, key, value(READ, Arrays.copyOfRange(held, 1, held.length)));
          }
          return held.length > 0;
        });
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The later the instant, the earlier the key. */
  private static byte[] key(Notice notice) {
    String subject = notice.kind() + "\0" + notice.caseId() + "\0" + notice.scoreId();
    return KeyParts.join(
        owner(notice.organisation()),
        KeyParts.newestFirst(notice.at()),
        Arrays.copyOf(DigestUtils.sha256(subject), ID_BYTES - Long.BYTES));
  }

  private static Held held(byte[] key, byte[] value) {
    try {
      Notice notice = JSON.readValue(value, 1, value.length - 1, Notice.class);
      String id = HexFormat.of().formatHex(key, OWNER_BYTES, key.length);
      return new Held(id, notice, value[0] == READ);
    } catch (IOException e) {
      throw new IllegalStateException("a stored notice is damaged", e);
    }
  }

  private static byte[] json(Notice notice) {
    try {
      return JSON.writeValueAsBytes(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice cannot be written", e);
    }
  }

  private static byte[] value(byte mark, byte[] json) {
    return KeyParts.of(mark, json);
  }

  private static byte[] owner(String organisation) {
    return Arrays.copyOf(DigestUtils.sha256(organisation), OWNER_BYTES);
  }
}
